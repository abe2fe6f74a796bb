package io.seedhouse.publisher.upload;

import java.util.UUID;

/** The last byte of a file of a draft has come; fired for those in the clear. */
public record Arrival(UUID bundleId, UUID fileId) {}
