package io.seedhouse.packager.metainfo;

import java.io.IOException;

/** The bytes are no torrent that can be used; the message says why in one sentence. */
public final class MetainfoException extends IOException {
    MetainfoException(String message) {
        super(message);
    }
}
