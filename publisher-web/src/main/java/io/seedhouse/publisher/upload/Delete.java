package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.Status;

/** What became of {@link Uploads#delete}. */
public sealed interface Delete {
    record Deleted() implements Delete {}

    record NoSuchUpload() implements Delete {}

    record NotADraft(Status status) implements Delete {}

    /** Another request is at it. */
    record Held() implements Delete {}
}
