package io.seedhouse.packager.metainfo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes magnet links that carry every infohash the torrent has (BEP 9, BEP 52). */
final class Magnet {
    /** The multihash prefix of a SHA-256, without which clients refuse the v2 hash. */
    private static final String SHA_256 = "1220";

    private Magnet() {}

    static String of(Metainfo torrent) {
        StringBuilder link = new StringBuilder("magnet:?");
        torrent.infohashV1Hex().ifPresent(hash -> link.append("xt=urn:btih:" + hash + "&"));
        torrent.infohashV2Hex()
                .ifPresent(hash -> link.append("xt=urn:btmh:" + SHA_256 + hash + "&"));
        link.append("dn=" + escape(torrent.name()));
        torrent.trackers().forEach(url -> link.append("&tr=" + escape(url)));
        torrent.webSeeds().forEach(url -> link.append("&ws=" + escape(url)));
        return link.toString();
    }

    // Form encoding writes a space as +, which magnet readers take literally.
    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
