package io.seedhouse.packager.verifying;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.PieceLayout.Stretch;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a torrent as they lie on disk: where, how long, and what is wrong at first sight.
 */
final class ContentFiles {
    private record Found(Optional<Path> path, long length, Optional<Flaw> flaw) {}

    private final Map<String, Found> found = new HashMap<>();

    private ContentFiles() {}

    static ContentFiles survey(Metainfo torrent, Path folder) {
        ContentFiles content = new ContentFiles();
        Path root = root(torrent, folder);
        for (TorrentFile file : torrent.files()) {
            boolean itself = torrent.singleFile() && Files.isRegularFile(folder);
            content.found.put(file.path(), itself ? look(file, folder) : locate(file, root));
        }
        return content;
    }

    Path path(TorrentFile file) {
        return get(file).path().orElseThrow();
    }

    Optional<Flaw> flaw(TorrentFile file) {
        return get(file).flaw();
    }

    /** Whether the stretch is there; zeros always are. */
    boolean has(Stretch stretch) {
        return stretch.file()
                .map(this::get)
                .map(file -> stretch.from() + stretch.length() <= file.length())
                .orElse(true);
    }

    private Found get(TorrentFile file) {
        return Objects.requireNonNull(found.get(file.path()));
    }

    private static Found locate(TorrentFile file, Path root) {
        try {
            return look(file, root.resolve(file.path()));
        } catch (InvalidPathException e) {
            return absent(new Flaw.Unreadable(file.path(), "this system cannot store its name"));
        }
    }

    private static Found look(TorrentFile file, Path path) {
        if (!Files.exists(path)) {
            return absent(new Flaw.Missing(file.path()));
        }
        if (!Files.isRegularFile(path)) {
            return absent(new Flaw.Unreadable(file.path(), "it is no regular file"));
        }
        if (!Files.isReadable(path)) {
            return absent(new Flaw.Unreadable(file.path(), "it may not be read"));
        }
        return measure(file, path);
    }

    private static Found measure(TorrentFile file, Path path) {
        try {
            long length = Files.size(path);
            Optional<Flaw> flaw =
                    length == file.length()
                            ? Optional.empty()
                            : Optional.of(new Flaw.WrongLength(file.path(), file.length(), length));
            return new Found(Optional.of(path), length, flaw);
        } catch (IOException e) {
            return absent(new Flaw.Unreadable(file.path(), String.valueOf(e.getMessage())));
        }
    }

    private static Found absent(Flaw flaw) {
        return new Found(Optional.empty(), -1, Optional.of(flaw));
    }

    /**
     * Of the folder and the one in it of the torrent's name, that which holds more of the files.
     */
    private static Path root(Metainfo torrent, Path folder) {
        try {
            Path inside = folder.resolve(torrent.name());
            return torrent.singleFile() || present(torrent, inside) < present(torrent, folder)
                    ? folder
                    : inside;
        } catch (InvalidPathException e) {
            return folder;
        }
    }

    private static long present(Metainfo torrent, Path root) {
        return torrent.files().stream()
                .filter(file -> locate(file, root).path().isPresent())
                .count();
    }
}
