package io.seedhouse.publisher.bundle;

import java.util.Locale;

/** How far a bundle is. Files can be changed in a draft only. */
public enum Status {
    DRAFT,
    SEALING,
    /** The tracker and the web seed serve it from here on. */
    SEALED,
    PUBLISHED,
    /** Served and sold no longer; it can be published again. */
    WITHDRAWN;

    /** Whether there is a torrent of it. */
    public boolean isSealed() {
        return this == SEALED || this == PUBLISHED || this == WITHDRAWN;
    }

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
