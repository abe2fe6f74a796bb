package io.seedhouse.packager.metainfo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of files in a torrent and the paths that stay inside its folder. */
public final class TorrentPaths {
    /**
     * Tree order: component by component, bytewise. Comparing whole paths would differ, because
     * {@code /} sorts after some characters that a folder's name may go on with.
     */
    public static final Comparator<String> ORDER =
            (one, other) ->
                    Arrays.compare(one.split("/"), other.split("/"), TorrentPaths::compareBytes);

    private TorrentPaths() {}

    /** Whether a name could lead out of the folder or is none. */
    static boolean unsafe(String component) {
        return component.isEmpty()
                || component.equals(".")
                || component.equals("..")
                || component.chars().anyMatch(c -> c == '/' || c == '\\' || c == 0);
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
