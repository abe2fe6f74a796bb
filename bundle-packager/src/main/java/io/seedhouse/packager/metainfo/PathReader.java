package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads names and joins them to paths, which are bounded one by one and together: in a v2 tree many
 * files share the names of their folders, and a small torrent could claim paths without end.
 */
final class PathReader {
    private final long most;
    private long used;

    PathReader(int torrentBytes) {
        this.most = (long) TorrentPaths.TIMES * torrentBytes;
    }

    /** The path of {@code component} in a folder, whose path is empty or ends with a slash. */
    String child(String folder, @Nullable BencodeValue component) throws MetainfoException {
        String path = folder + name(component);
        check(path);
        return path;
    }

    /** The path of which a v1 list gives the components. */
    String join(List<BencodeValue> components) throws MetainfoException {
        List<String> names = new ArrayList<>();
        for (BencodeValue component : components) {
            names.add(name(component));
        }
        String path = String.join("/", names);
        check(path);
        return path;
    }

    private void check(String path) throws MetainfoException {
        if (path.isEmpty()) {
            throw new MetainfoException("it is no torrent: a file has an empty path");
        }
        // A character has at least one byte, so the cheap test spares most the exact one.
        if (path.length() > TorrentPaths.LONGEST / 3
                && BencodeString.of(path).length() > TorrentPaths.LONGEST) {
            throw new MetainfoException(
                    "the torrent cannot be used: the path %s has more than %d bytes"
                            .formatted(Printable.quote(path), TorrentPaths.LONGEST));
        }
        used += path.length();
        if (used > most) {
            throw new MetainfoException(
                    "the torrent cannot be used: its paths are more than "
                            + TorrentPaths.TIMES
                            + " times as long as itself");
        }
    }

    /** A single name that stays inside its folder. */
    static String name(@Nullable BencodeValue value) throws MetainfoException {
        if (!(value instanceof BencodeString string)) {
            throw new MetainfoException("it is no torrent: a 'path' holds what is no string");
        }
        String name = utf8(string);
        if (TorrentPaths.unsafe(name)) {
            throw new MetainfoException(
                    "the torrent cannot be used: the file name "
                            + Printable.quote(name)
                            + " would leave its folder");
        }
        return name;
    }

    private static String utf8(BencodeString string) throws MetainfoException {
        try {
            return string.text();
        } catch (CharacterCodingException e) {
            throw new MetainfoException(
                    "the torrent cannot be used: the file name "
                            + Printable.quote(string.lenientText())
                            + " is not UTF-8");
        }
    }
}
