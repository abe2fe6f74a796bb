package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Status;

/** What became of {@link Uploads#create}. */
public sealed interface Create {
    record Created(BundleFile file) implements Create {}

    /** The same file was begun before and is not finished: it goes on from its offset. */
    record Resumed(BundleFile file) implements Create {}

    record NoSuchBundle() implements Create {}

    record NotADraft(Status status) implements Create {}

    /**
     * @param sentence what is wrong with it
     */
    record BadName(String sentence) implements Create {}

    /** Another file has this name, or one that some file systems take for the same. */
    record NameTaken(String by) implements Create {}

    /** A sealed file must be sealed to a recipient of ours, and none was asked for. */
    record NoRecipient(String name) implements Create {}

    record TooManyFiles(long bound) implements Create {}

    record TooLong(long bound) implements Create {}

    /** The disk has no room for the file and its sealed copy. */
    record NoRoom() implements Create {}
}
