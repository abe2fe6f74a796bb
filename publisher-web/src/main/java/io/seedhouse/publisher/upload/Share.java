package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Status;

/** What became of {@link Uploads#share}. */
public sealed interface Share {
    record Shared(BundleFile file) implements Share {}

    record NoSuchUpload() implements Share {}

    record NotADraft(Status status) implements Share {}

    /** It was sealed at home or stems from an earlier version, and stays what it is. */
    record Fixed() implements Share {}

    /** The disk has no room for its sealed copy. */
    record NoRoom() implements Share {}
}
