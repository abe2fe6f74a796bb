package io.seedhouse.packager.cli;

import io.seedhouse.packager.metainfo.Details;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Printable;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.metainfo.TorrentPaths;
import io.seedhouse.packager.packing.ByteCount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A torrent described for people: what it says, line by line, and its files as a tree. */
final class InspectText {
    private final StringJoiner lines = new StringJoiner(System.lineSeparator());

    private InspectText() {}

    static String of(Metainfo torrent) {
        InspectText text = new InspectText();
        text.identity(torrent);
        text.details(torrent.details());
        text.lines.add("");
        text.tree(torrent);
        return text.lines.toString();
    }

    private void identity(Metainfo torrent) {
        line("name", torrent.name());
        line(
                "version",
                switch (torrent.version()) {
                    case V1 -> "1";
                    case V2 -> "2, which few clients read";
                    case HYBRID -> "1 and 2 (hybrid)";
                });
        torrent.infohashV1Hex().ifPresent(hash -> line("infohash v1", hash));
        torrent.infohashV2Hex().ifPresent(hash -> line("infohash v2", hash));
        line("magnet", torrent.magnet());
        line("pieces", torrent.layout().count() + " of " + exact(torrent.pieceLength()));
        line("size", exact(torrent.length()) + " in " + files(torrent.files().size()));
    }

    private void details(Details details) {
        int tier = 0;
        for (List<String> urls : details.trackerTiers()) {
            tier++;
            for (String url : urls) {
                line("tracker", "tier " + tier + ": " + url);
            }
        }
        details.webSeeds().forEach(url -> line("web seed", url));
        if (details.isPrivate()) {
            line("private", "yes, so hand out the torrent rather than the magnet link");
        }
        details.source().ifPresent(source -> line("source", source));
        details.similar().forEach(hash -> line("similar", hash));
        details.collections().forEach(name -> line("collection", name));
        details.comment().ifPresent(text -> line("comment", text));
        details.created().ifPresent(time -> line("created", time.toString()));
        details.createdBy().ifPresent(program -> line("created by", program));
    }

    /** In tree order, so that each folder is named once, whatever order the torrent has. */
    private void tree(Metainfo torrent) {
        String indent = "";
        if (!torrent.singleFile()) {
            lines.add(Printable.of(torrent.name()) + "/");
            indent = "  ";
        }
        List<TorrentFile> files =
                torrent.files().stream()
                        .sorted(Comparator.comparing(TorrentFile::path, TorrentPaths.ORDER))
                        .toList();
        String[] open = {};
        for (TorrentFile file : files) {
            String[] path = file.path().split("/");
            folders(open, path, indent);
            lines.add(indent + "  ".repeat(path.length - 1) + file(path[path.length - 1], file));
            open = path;
        }
    }

    /** The folders of {@code path} that the file before it was not in. */
    private void folders(String[] before, String[] path, String indent) {
        int common = 0;
        while (common < Math.min(before.length, path.length) - 1
                && before[common].equals(path[common])) {
            common++;
        }
        for (int depth = common; depth < path.length - 1; depth++) {
            lines.add(indent + "  ".repeat(depth) + Printable.of(path[depth]) + "/");
        }
    }

    private static String file(String name, TorrentFile file) {
        StringBuilder text = new StringBuilder(Printable.of(name));
        text.append("  ").append(exact(file.length()));
        text.append(", ").append(InspectCommand.access(file));
        file.attributes().stream()
                .sorted()
                .forEach(a -> text.append(", ").append(a.name().toLowerCase(Locale.ROOT)));
        return text.toString();
    }

    private void line(String label, String value) {
        lines.add(String.format(Locale.ROOT, "%-12s", label) + Printable.of(value));
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static String exact(long bytes) {
        String size = ByteCount.text(bytes);
        return size.endsWith(" bytes") ? size : size + " (" + bytes + " bytes)";
    }
}
