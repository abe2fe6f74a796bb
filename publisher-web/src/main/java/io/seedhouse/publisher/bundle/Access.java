package io.seedhouse.publisher.bundle;

import java.util.Locale;

/** Whether a file travels in the clear or is sold. */
public enum Access {
    FREE("free"),
    PAID("locked");

    private final String folder;

    Access(String folder) {
        this.folder = folder;
    }

    /** The folder below the torrent's own that holds such files. */
    public String folder() {
        return folder;
    }

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
