package io.seedhouse.publisher.bundle;

import java.util.Locale;

/** How far a bundle is. Files can be changed in a draft only. */
public enum Status {
    DRAFT,
    SEALING,
    SEALED,
    PUBLISHED;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
