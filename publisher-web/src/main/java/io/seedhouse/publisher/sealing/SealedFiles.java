package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.sealing.DamagedCheckpointException;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.paygate.api.Keep;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.paygate.api.Reseal;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Seals single files, and remembers which are done. */
@ApplicationScoped
class SealedFiles {
    private static final Logger LOG = System.getLogger(SealedFiles.class.getName());

    @Inject Folders folders;
    @Inject Meter meter;
    @Inject Closing closing;
    @Inject Recipients recipients;

    /** What an earlier run finished; empty when the file is still to be sealed. */
    Optional<SealedFile> done(Plan plan, BundleFile file) throws IOException {
        Path checkpoint = folders.checkpoint(plan.bundleId(), file.id());
        if (!Files.exists(checkpoint)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SealedFile.readFrom(checkpoint))
                    .filter(s -> s.hashes().pieceLength() == plan.pieceLength());
        } catch (DamagedCheckpointException e) {
            return Optional.empty();
        }
    }

    /**
     * Encrypts a paid file, under a new file key each time, from its upload or from an earlier
     * version's ciphertext; one that is free, came sealed or is kept is only hashed.
     */
    SealedFile seal(Plan plan, Plan.Item item) throws IOException {
        BundleFile file = item.file();
        Path target = folders.growing(plan.bundleId(), plan.name()).resolve(file.path());
        Files.createDirectories(target.getParent());
        FileSealer sealer = new FileSealer(plan.pieceLength());
        if (item.source() != null && file.access() == Access.RESEALED) {
            reseal(plan, item, item.source(), target);
        }
        if (item.source() != null && file.access() == Access.KEPT) {
            keep(plan, item, item.source());
        }
        return work(
                plan,
                progress ->
                        switch (file.access()) {
                            case PAID ->
                                    sealer.encrypt(
                                            item.uploaded(),
                                            target,
                                            item.recipient(),
                                            file.path(),
                                            progress);
                            case FREE, SEALED, KEPT -> {
                                link(item.uploaded(), target);
                                yield sealer.hash(target, file.path(), progress);
                            }
                            case RESEALED ->
                                    sealer.hash(target, file.path(), n -> progress.accept(n / 2));
                        });
    }

    /** The first half of the work on such a file; hashing it is the other. */
    private void reseal(Plan plan, Plan.Item item, BundleFile source, Path target)
            throws IOException {
        String name = item.file().name();
        if (!Files.exists(item.uploaded())) {
            throw new Unopenable(name, "is gone from this server");
        }
        Reseal done =
                work(
                        plan,
                        progress ->
                                recipients.reseal(
                                        source.bundleId(),
                                        source.paid(),
                                        item.uploaded(),
                                        plan.bundleId(),
                                        item.file().paid(),
                                        target,
                                        n -> goesOn(progress, n / 2)));
        switch (done) {
            case Reseal.Resealed r -> {}
            case Reseal.Stopped s -> throw new Closing.Closed();
            case Reseal.NoIdentity n -> throw new Unopenable(name, "has no key any more");
            case Reseal.Damaged d -> {
                LOG.log(Level.ERROR, "{0} cannot be sealed anew: {1}", item.uploaded(), d.what());
                throw new Unopenable(name, "is damaged on this server");
            }
        }
    }

    /** The identity first: a file that nothing opens need not be linked. */
    private void keep(Plan plan, Plan.Item item, BundleFile source) throws IOException {
        String name = item.file().name();
        if (!Files.exists(item.uploaded())) {
            throw new Unopenable(name, "is gone from this server");
        }
        Keep done =
                recipients.keep(
                        source.bundleId(), source.paid(), plan.bundleId(), item.file().paid());
        switch (done) {
            case Keep.Kept k -> {}
            case Keep.NoIdentity n -> throw new Unopenable(name, "has no key any more");
            case Keep.HasAnother a ->
                    throw new IllegalStateException(
                            "file %s has a key of its own".formatted(item.file().id()));
        }
    }

    /** An exception would not come through the paygate as it is. */
    private static boolean goesOn(LongConsumer progress, long bytes) {
        try {
            progress.accept(bytes);
            return true;
        } catch (Closing.Closed e) {
            return false;
        }
    }

    /** A long part of the job. */
    interface Work<T> {
        T run(LongConsumer progress) throws IOException;
    }

    /** Runs one, which the server can end in good order when it goes down. */
    <T> T work(Plan plan, Work<T> part) throws IOException {
        closing.enter();
        try {
            return part.run(n -> {
                meter.add(plan.bundleId(), n);
                closing.check();
            });
        } finally {
            closing.leave();
        }
    }

    void remember(Plan plan, BundleFile file, SealedFile sealed) throws IOException {
        Path checkpoint = folders.checkpoint(plan.bundleId(), file.id());
        Files.createDirectories(checkpoint.getParent());
        sealed.writeTo(checkpoint);
    }

    /** A second name for the same bytes; a copy where the file system knows no links. */
    private static void link(Path clear, Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, clear);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(clear, target);
            try (FileChannel copy = FileChannel.open(target, StandardOpenOption.WRITE)) {
                copy.force(true);
            }
        }
    }
}
