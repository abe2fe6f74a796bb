package io.seedhouse.publisher.bundle;

import java.util.Locale;

/** What a running sealing is at, in this order. */
public enum Phase {
    CHECKING,
    ENCRYPTING,
    SEEDING,
    ADMITTING;

    /** As the API writes it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
