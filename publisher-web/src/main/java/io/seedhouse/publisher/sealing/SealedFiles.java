package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.sealing.DamagedCheckpointException;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Meter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
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
    @Inject Folders folders;
    @Inject Meter meter;
    @Inject Closing closing;

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
     * Encrypts a paid file, under a new file key each time; one that is free or came sealed is only
     * hashed.
     */
    SealedFile seal(Plan plan, Plan.Item item) throws IOException {
        BundleFile file = item.file();
        Path target = folders.growing(plan.bundleId(), plan.name()).resolve(file.path());
        Files.createDirectories(target.getParent());
        FileSealer sealer = new FileSealer(plan.pieceLength());
        return work(
                plan,
                progress -> {
                    if (file.access() == Access.PAID) {
                        return sealer.encrypt(
                                item.uploaded(), target, item.recipient(), file.path(), progress);
                    }
                    link(item.uploaded(), target);
                    return sealer.hash(target, file.path(), progress);
                });
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
