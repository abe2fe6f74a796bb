package io.seedhouse.packager.metainfo;

import java.util.Comparator;

/** The paths of a torrent: their order, their bounds, and which stay inside its folder. */
public final class TorrentPaths {
    /**
     * Tree order: component by component, bytewise. Comparing whole paths would differ, because
     * {@code /} sorts after some characters that a folder's name may go on with.
     */
    public static final Comparator<String> ORDER = TorrentPaths::compare;

    /** Bytes of UTF-8 that a path may have; the limit of Linux. */
    public static final int LONGEST = 4096;

    /**
     * How many times as long as the torrent all its paths together may be, those of the folders of
     * a v2 tree among them.
     */
    public static final int TIMES = 16;

    private TorrentPaths() {}

    /** Whether a name could lead out of the folder or is none. */
    static boolean unsafe(String component) {
        return component.isEmpty()
                || component.equals(".")
                || component.equals("..")
                || component.chars().anyMatch(c -> c == '/' || c == '\\' || c == 0);
    }

    private static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return rank(one.charAt(i)) - rank(other.charAt(i));
            }
        }
        return one.length() - other.length();
    }

    /** The order of UTF-8 is that of code points, which a surrogate is only half of. */
    private static int rank(char c) {
        return c == '/' ? -1 : Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
