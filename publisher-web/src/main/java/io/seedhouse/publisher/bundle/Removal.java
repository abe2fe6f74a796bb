package io.seedhouse.publisher.bundle;

import java.util.UUID;

/**
 * A draft is about to go for good, within this transaction. Whoever keeps rows that refer to it
 * deletes them when told.
 */
public record Removal(UUID bundleId) {}
