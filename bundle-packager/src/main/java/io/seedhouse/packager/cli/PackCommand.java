package io.seedhouse.packager.cli;

import io.seedhouse.packager.bundle.FileNames;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pack}: options and report; the work is {@link Packing}. */
@Command(
        name = "pack",
        description = "Encrypts the paid files and makes one torrent of everything.")
final class PackCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where NAME/, NAME.torrent and NAME.keys.txt are written")
    Path out;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The bundle's name, and its folder's")
    String name;

    @Option(
            names = "--free",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files or folders that stay in the clear")
    List<Path> free = List.of();

    @Option(
            names = "--paid",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files or folders to encrypt, each file under a key of its own")
    List<Path> paid = List.of();

    @Option(
            names = "--tracker",
            required = true,
            arity = "1..*",
            paramLabel = "URL",
            description = "Where clients announce (http, https, udp, ws, wss)")
    List<String> trackers;

    @Option(
            names = "--web-seed",
            arity = "1..*",
            paramLabel = "URL",
            description = "Address below which the bundle's folder is served")
    List<String> webSeeds = List.of();

    @Option(
            names = "--piece-size",
            paramLabel = "N",
            description = "Bytes of a piece, a power of two; else chosen by size")
    @Nullable Integer pieceSize;

    @Option(names = "--json", description = "Ends stdout with a JSON object on one line")
    boolean json;

    @Override
    public Integer call() throws Fault, IOException {
        checkOptions();
        long start = System.nanoTime();
        Outputs outputs = new Outputs(out, name, !paid.isEmpty());
        List<Input> inputs = Input.gather(free, paid);
        outputs.refuseExisting();
        long total = inputs.stream().mapToLong(Input::length).sum();
        Metainfo torrent;
        try (Progress progress = new Progress(spec.commandLine().getErr(), total)) {
            torrent = new Packing(outputs, inputs, trackers, webSeeds, pieceSize).run(progress);
        }
        report(torrent, outputs, (System.nanoTime() - start) / 1_000_000);
        return 0;
    }

    private void checkOptions() {
        FileNames.check(name).ifPresent(reason -> refuse("--name: " + reason));
        if (free.isEmpty() && paid.isEmpty()) {
            refuse("nothing to pack; give --free FILE or --paid FILE");
        }
        trackers.forEach(
                url -> checkUrl("--tracker", url, Set.of("http", "https", "udp", "ws", "wss")));
        webSeeds.forEach(url -> checkUrl("--web-seed", url, Set.of("http", "https")));
        if (pieceSize != null) {
            try {
                PieceLength.check(pieceSize);
            } catch (IllegalArgumentException e) {
                refuse("--piece-size: " + e.getMessage());
            }
        }
    }

    private void checkUrl(String option, String url, Set<String> schemes) {
        try {
            URI uri = URI.create(url);
            if (uri.getScheme() != null
                    && schemes.contains(uri.getScheme())
                    && uri.getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that help.
        }
        refuse("%s: '%s' is no address of the kind %s".formatted(option, url, schemes));
    }

    private void refuse(String reason) {
        throw new ParameterException(spec.commandLine(), reason);
    }

    private void report(Metainfo torrent, Outputs outputs, long millis) {
        long bytes = torrent.files().stream().mapToLong(file -> file.length()).sum();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("infohashV1", torrent.infohashV1Hex().orElse(null));
        fields.put("infohashV2", torrent.infohashV2Hex().orElse(null));
        fields.put("magnet", torrent.magnet());
        fields.put("torrent", outputs.torrent().toString());
        fields.put("keys", outputs.hasKeys() ? outputs.keys().toString() : null);
        fields.put("bytes", bytes);
        fields.put("seconds", millis / 1000.0);
        PrintWriter stdout = spec.commandLine().getOut();
        if (json) {
            stdout.println(Json.object(fields));
        } else {
            fields.forEach((key, value) -> stdout.println(key + ": " + value));
        }
        stdout.flush();
    }
}
