package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.bundle.BundleFile;
import org.jspecify.annotations.Nullable;

/**
 * How far the comparison of an upload with its sender's file is.
 *
 * @param state {@code unknown} before the sender said anything, {@code comparing}, {@code same} or
 *     {@code different}
 * @param problem a sentence for the publisher when they differ
 */
public record DigestState(String state, @Nullable String problem) {
    static final String DIFFERENT = "upload.digest.different";

    static DigestState of(BundleFile file) {
        if (file.digest() == null) {
            return new DigestState("unknown", null);
        }
        if (!file.isDigestCompared()) {
            return new DigestState("comparing", null);
        }
        return DIFFERENT.equals(file.problem())
                ? new DigestState("different", say(DIFFERENT))
                : new DigestState("same", null);
    }
}
