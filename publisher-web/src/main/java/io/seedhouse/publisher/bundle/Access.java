package io.seedhouse.publisher.bundle;

import java.util.Locale;

/** Whether a file travels in the clear or is sold, and who encrypts it. */
public enum Access {
    FREE("free"),
    PAID("locked"),

    /** Sold too; its publisher encrypted it before it was uploaded. */
    SEALED("locked"),

    /** Sold too; made of an earlier version's file, which the paygate seals to a new identity. */
    RESEALED("locked"),

    /** Sold too; an earlier version's file as it is, under the identity that it has there. */
    KEPT("locked");

    private final String folder;

    Access(String folder) {
        this.folder = folder;
    }

    /** The folder below the torrent's own that holds such files. */
    public String folder() {
        return folder;
    }

    /** Whether tiers may sell it. */
    public boolean isSold() {
        return this != FREE;
    }

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
