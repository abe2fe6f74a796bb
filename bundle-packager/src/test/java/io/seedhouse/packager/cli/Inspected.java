package io.seedhouse.packager.cli;

import io.seedhouse.packager.metainfo.Metainfo;

/** What {@code inspect} prints, for tests elsewhere. */
public final class Inspected {
    private Inspected() {}

    public static String text(Metainfo torrent) {
        return InspectText.of(torrent);
    }

    public static String json(Metainfo torrent) {
        return InspectJson.of(torrent);
    }
}
