package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.Status;

/** What became of {@link Uploads#append}. */
public sealed interface Append {
    /** Everything sent is kept. */
    record Appended(Upload upload) implements Append {}

    /** The connection broke; what had arrived is kept. */
    record Broken(long offset) implements Append {}

    record NoSuchUpload() implements Append {}

    record NotADraft(Status status) implements Append {}

    /**
     * All of a sealed file arrived, and buyers could not open it. It stays, to be looked at, until
     * it is deleted or begun again.
     *
     * @param sentence what is wrong with it
     */
    record Unopenable(String sentence) implements Append {}

    record WrongOffset(long actual) implements Append {}

    /** More bytes than announced at creation; those within the length are kept. */
    record TooLong(long length) implements Append {}

    /** Another request is at it. */
    record Held() implements Append {}

    /** The disk did not take the bytes; those before are kept. */
    record NotStored(long offset) implements Append {}
}
