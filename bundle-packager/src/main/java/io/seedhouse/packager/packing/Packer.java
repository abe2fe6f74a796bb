package io.seedhouse.packager.packing;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.BundleReadme;
import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.packager.sealing.WholeFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packs files into a bundle: encrypts the paid ones, copies the free ones, adds a README and makes
 * the torrent.
 *
 * <p>The work lies in a hidden folder beside the outputs until all is done; nothing half-made ever
 * has a final name. After an interruption or a failure, packing the same inputs into the same
 * outputs goes on where it stopped, and makes the torrent that it would have made. Piece size,
 * trackers and the like may differ then: they do not touch what is encrypted.
 */
public final class Packer {
    /** Makes the torrent of a bundle whose files are all sealed. */
    @FunctionalInterface
    public interface TorrentMaker {
        /**
         * @param folder where the files lie, for a torrent that needs another look at them
         */
        Metainfo make(BundleTorrent torrent, Path folder, LongConsumer progress) throws IOException;
    }

    private final Outputs outputs;
    private final List<Input> inputs;
    private final String title;
    private final String readme;
    private final int pieceLength;

    /**
     * @param inputs as {@link Inputs#find} found them, at least one
     * @param title for people: README and keyring begin with it
     * @param shop where the keyring is sold, if that is known
     * @param pieceLength bytes of a piece; chosen by size where empty
     * @param version of the torrent that is to be made, whose size depends on it
     * @throws IllegalArgumentException for a piece length that no torrent may have
     * @throws PackException when the torrent would have too many files or pieces to be read, or
     *     paths too deep or long
     */
    public Packer(
            Outputs outputs,
            List<Input> inputs,
            String title,
            Optional<URI> shop,
            OptionalInt pieceLength,
            Version version)
            throws PackException {
        this.outputs = outputs;
        this.inputs = List.copyOf(inputs);
        this.title = title;
        this.readme = BundleReadme.text(title, names(Access.FREE), names(Access.PAID), shop);
        this.pieceLength =
                pieceLength.isPresent()
                        ? PieceLength.check(pieceLength.getAsInt())
                        : PieceLength.forTotal(size());
        Limits.check(this.inputs, this.pieceLength, version);
    }

    /** Bytes to read, which progress adds up to. */
    public long work() {
        return inputs.stream().mapToLong(Input::length).sum();
    }

    /** Bytes of the finished bundle, without its torrent. */
    public long size() {
        long total = readme.getBytes(StandardCharsets.UTF_8).length;
        for (Input input : inputs) {
            total += input.packedLength();
        }
        return total;
    }

    /** Whether identities have to be made, so that there will be a file of keys. */
    public boolean makesKeys() {
        return inputs.stream().anyMatch(Input::needsIdentity);
    }

    /**
     * Packs.
     *
     * @param maker sets trackers and whatever else the torrent is to say, and makes it
     * @param progress told on this thread the bytes newly read; less than zero when an input turns
     *     out to have changed and begins again
     * @throws PackException for outputs that exist or are being made, too little room, and inputs
     *     that change meanwhile
     * @throws IOException when something cannot be read or written
     */
    public Metainfo run(TorrentMaker maker, LongConsumer progress) throws IOException {
        if (!Files.exists(outputs.part())) {
            outputs.refuseExisting(); // before anything is made
            Space.check(outputs.out(), size());
        }
        try (PartFolder part = PartFolder.open(outputs)) {
            Space.check(outputs.out(), size() - Space.used(part.bundle()));
            part.keepOnly(paths());
            List<SealedFile> files = seal(part, progress);
            Metainfo torrent = maker.make(torrent(files), part.bundle(), progress);
            WholeFile.write(part.torrent(), torrent.bytes());
            part.moveIntoPlace();
            return torrent;
        }
    }

    private BundleTorrent torrent(List<SealedFile> files) {
        BundleTorrent torrent = new BundleTorrent(outputs.name(), pieceLength, files);
        inputs.forEach(input -> torrent.attributes(input.pathInTorrent(), input.attributes()));
        return torrent;
    }

    private List<SealedFile> seal(PartFolder part, LongConsumer progress) throws IOException {
        FileSealer sealer = new FileSealer(pieceLength);
        PartKeys keys = PartKeys.prepare(part.keys(), title, inputs);
        FreeFiles free = new FreeFiles(sealer, part);
        PaidFiles paid = new PaidFiles(sealer, part, keys);
        List<SealedFile> files = new ArrayList<>();
        files.add(readme(sealer, part));
        for (Input input : inputs) {
            try {
                files.add(
                        switch (input.access()) {
                            case FREE -> free.copy(input, progress);
                            case PAID -> paid.seal(input, progress);
                        });
            } catch (IOException e) {
                throw named(input, e);
            }
            input.checkUnchanged();
        }
        return files;
    }

    /** A full disk, for one, is reported without a name. */
    private static IOException named(Input input, IOException cause) {
        String message = cause.getMessage();
        boolean plain =
                cause.getClass() == IOException.class
                        && message != null
                        && !message.contains(input.source().toString());
        return plain ? new IOException(input.source() + ": " + message, cause) : cause;
    }

    private SealedFile readme(FileSealer sealer, PartFolder part) throws IOException {
        Path target = part.place(BundleReadme.PATH);
        WholeFile.write(target, readme.getBytes(StandardCharsets.UTF_8));
        return sealer.hash(target, BundleReadme.PATH, bytes -> {});
    }

    private Set<String> paths() {
        return Stream.concat(
                        Stream.of(BundleReadme.PATH), inputs.stream().map(Input::pathInTorrent))
                .collect(Collectors.toSet());
    }

    /** Sorted: the README is part of the torrent, which the order of options must not change. */
    private List<String> names(Access access) {
        return inputs.stream()
                .filter(input -> input.access() == access)
                .map(Input::name)
                .sorted()
                .toList();
    }
}
