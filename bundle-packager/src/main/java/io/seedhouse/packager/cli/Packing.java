package io.seedhouse.packager.cli;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.BundleReadme;
import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.Identity;
import io.seedhouse.packager.encryption.Keyring;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Packs into a hidden folder beside the outputs and moves them into place only when all is done.
 * The keys come first: ciphertext without its key is lost.
 */
final class Packing {
    private static final String BUNDLE = "bundle/";

    private final Outputs outputs;
    private final List<Input> inputs;
    private final List<String> trackers;
    private final List<String> webSeeds;
    private final int pieceLength;
    private final String readme;
    private final List<SealedFile> sealed = new ArrayList<>();
    private final List<Keyring.Entry> keys = new ArrayList<>();

    Packing(
            Outputs outputs,
            List<Input> inputs,
            List<String> trackers,
            List<String> webSeeds,
            @Nullable Integer pieceSize) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.trackers = trackers;
        this.webSeeds = webSeeds;
        this.readme =
                BundleReadme.text(
                        outputs.name(), names(Access.FREE), names(Access.PAID), Optional.empty());
        this.pieceLength = pieceSize != null ? pieceSize : PieceLength.forTotal(total());
    }

    Metainfo run(LongConsumer progress) throws IOException {
        try (Staging staging = new Staging(outputs.out())) {
            seal(staging, progress);
            Metainfo torrent =
                    new BundleTorrent(outputs.name(), pieceLength, sealed)
                            .trackers(trackers)
                            .webSeeds(webSeeds)
                            .build();
            Files.write(staging.place("torrent"), torrent.bytes());
            moveIntoPlace(staging);
            return torrent;
        }
    }

    private void seal(Staging staging, LongConsumer progress) throws IOException {
        FileSealer sealer = new FileSealer(pieceLength);
        Path readmeFile = staging.place(BUNDLE + BundleReadme.PATH);
        Files.writeString(readmeFile, readme);
        sealed.add(sealer.hash(readmeFile, BundleReadme.PATH, bytes -> {}));
        for (Input input : inputs) {
            Path target = staging.place(BUNDLE + input.pathInTorrent());
            sealed.add(
                    switch (input.access()) {
                        case FREE -> copy(sealer, input, target, progress);
                        case PAID -> encrypt(sealer, input, target, progress);
                    });
        }
    }

    private SealedFile copy(FileSealer sealer, Input input, Path target, LongConsumer progress)
            throws IOException {
        Files.copy(input.source(), target);
        return sealer.hash(target, input.pathInTorrent(), progress);
    }

    private SealedFile encrypt(FileSealer sealer, Input input, Path target, LongConsumer progress)
            throws IOException {
        Identity identity = Identity.generate();
        keys.add(new Keyring.Entry(input.name(), identity));
        return sealer.encrypt(
                input.source(), target, identity.recipient(), input.pathInTorrent(), progress);
    }

    private void moveIntoPlace(Staging staging) throws IOException {
        if (outputs.hasKeys()) {
            Path file = Files.createFile(staging.place("keys"), ownerOnly());
            byte[] text = new Keyring(keys).text().getBytes(StandardCharsets.UTF_8);
            Files.write(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(file, outputs.keys());
        }
        Files.move(staging.place("bundle"), outputs.folder());
        Files.move(staging.place("torrent"), outputs.torrent());
    }

    private FileAttribute<?>[] ownerOnly() {
        var permissions = PosixFilePermissions.fromString("rw-------");
        boolean posix =
                outputs.out().getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private long total() {
        long total = readme.length();
        for (Input input : inputs) {
            total +=
                    switch (input.access()) {
                        case FREE -> input.length();
                        case PAID -> AgeFormat.encryptedLength(input.length());
                    };
        }
        return total;
    }

    private List<String> names(Access access) {
        return inputs.stream().filter(input -> input.access() == access).map(Input::name).toList();
    }
}
