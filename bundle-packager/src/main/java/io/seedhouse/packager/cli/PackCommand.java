package io.seedhouse.packager.cli;

import io.seedhouse.packager.bundle.FileNames;
import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.cli.terminal.Interruption;
import io.seedhouse.packager.cli.terminal.Json;
import io.seedhouse.packager.cli.terminal.Progress;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import io.seedhouse.packager.packing.Outputs;
import io.seedhouse.packager.packing.PackException;
import io.seedhouse.packager.packing.Packer;
import io.seedhouse.packager.sealing.FileSealer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pack}: options and report; the work is {@link Packer}. */
@Command(
        name = "pack",
        description = {
            "Encrypts the paid files and makes one torrent of everything.",
            "Interrupted, it goes on when the same command is given again."
        })
final class PackCommand implements Callable<Integer> {
    private static final String KEPT = "; what is done is kept, and the same command goes on";

    private final LongConsumer watcher;

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
            names = "--title",
            paramLabel = "TEXT",
            description = "The title for people, in README.txt and keys; else the name")
    @Nullable String title;

    @Option(
            names = "--shop",
            paramLabel = "URL",
            description = "The page that sells the keys, for README.txt")
    @Nullable String shop;

    @Mixin PackedFiles files = new PackedFiles();

    @Option(
            names = "--piece-size",
            paramLabel = "N",
            converter = PieceSize.class,
            description = "Bytes of a piece, a power of two such as 1M; else chosen by size")
    @Nullable Integer pieceSize;

    @Mixin TorrentOptions torrentOptions = new TorrentOptions();

    @Option(names = "--json", description = "Ends stdout with a JSON object on one line")
    boolean json;

    PackCommand() {
        this(bytes -> {});
    }

    /**
     * @param watcher told of progress too
     */
    PackCommand(LongConsumer watcher) {
        this.watcher = watcher;
    }

    @Override
    public Integer call() throws IOException, Fault {
        checkOptions();
        long start = System.nanoTime();
        FileSealer.prepare();
        Outputs outputs = new Outputs(out, name);
        Packer packer =
                new Packer(
                        outputs,
                        files.find(outputs),
                        Objects.requireNonNullElse(title, name),
                        Optional.ofNullable(shop).map(URI::create),
                        pieceSize == null ? OptionalInt.empty() : OptionalInt.of(pieceSize),
                        torrentOptions.v1Only ? Version.V1 : Version.HYBRID);
        Metainfo torrent = pack(packer);
        report(torrent, outputs, packer.makesKeys(), (System.nanoTime() - start) / 1_000_000);
        return 0;
    }

    private Metainfo pack(Packer packer) throws IOException, Fault {
        PrintWriter err = spec.commandLine().getErr();
        long work = packer.work() + (torrentOptions.v1Only ? packer.size() : 0);
        try (var _ = new Interruption(spec.qualifiedName(), err);
                Progress progress = new Progress(err, work)) {
            return packer.run(torrentOptions::make, progress.andThen(watcher));
        } catch (PackException e) {
            throw e; // says itself what to do
        } catch (IOException e) {
            if (Files.exists(new Outputs(out, name).part())) {
                throw new Fault(Fault.sentence(e) + KEPT);
            }
            throw e;
        }
    }

    private void checkOptions() {
        FileNames.check(name).ifPresent(reason -> refuse("--name: " + reason));
        if (files.isEmpty()) {
            refuse("nothing to pack; give --free FILE or --paid FILE");
        }
        try {
            torrentOptions.check();
            if (shop != null) {
                TorrentOptions.checkUrl("--shop", shop, Set.of("http", "https"));
            }
            if (pieceSize != null) {
                PieceLength.check(pieceSize);
            }
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(@Nullable String reason) {
        throw new ParameterException(spec.commandLine(), reason);
    }

    private void report(Metainfo torrent, Outputs outputs, boolean keys, long millis) {
        long bytes = torrent.files().stream().mapToLong(file -> file.length()).sum();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("infohashV1", torrent.infohashV1Hex().orElse(null));
        fields.put("infohashV2", torrent.infohashV2Hex().orElse(null));
        fields.put("magnet", torrent.magnet());
        fields.put("torrent", outputs.torrent().toString());
        fields.put("keys", keys ? outputs.keys().toString() : null);
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
