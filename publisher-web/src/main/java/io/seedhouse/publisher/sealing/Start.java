package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.bundle.Status;
import java.util.UUID;

/** What became of {@link Sealing#start}. */
public sealed interface Start {
    record Started() implements Start {}

    record NoSuchBundle(UUID bundleId) implements Start {}

    record NotADraft(Status status) implements Start {}

    record NoFiles() implements Start {}

    record UnfinishedUpload(String fileName) implements Start {}
}
