package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.WholeFile;
import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Folders of a sealing. {@code work/{bundleId}/content/NAME} grows file by file and moves in place
 * as a whole; {@code work/{bundleId}/done} holds what is known of each finished file.
 */
@ApplicationScoped
class Folders {
    /** Other things may lie beside: a mount point has its {@code lost+found}. */
    private static final String BUNDLE_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Inject Home home;

    /** The torrent's folder while it grows. */
    Path growing(UUID bundleId, String name) {
        return home.work(bundleId).resolve("content").resolve(name);
    }

    /** The checkpoint of a finished file. */
    Path checkpoint(UUID bundleId, UUID fileId) {
        return home.work(bundleId).resolve("done").resolve(fileId.toString());
    }

    /** A file of a bundle that is sealed. */
    Path sealed(Bundle bundle, BundleFile file) {
        return home.content(bundle.id()).resolve(bundle.slug()).resolve(file.path());
    }

    Path torrent(UUID bundleId) {
        return home.torrent(bundleId);
    }

    /** Bytes of a piece of a bundle's torrent; 0 where that is gone. */
    int pieceLength(UUID bundleId) {
        try {
            return Metainfo.read(torrent(bundleId)).pieceLength();
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + torrent(bundleId), e);
        }
    }

    /** Whether {@link #moveInPlace} has been done. */
    boolean isInPlace(UUID bundleId, String name) {
        return Files.exists(home.content(bundleId).resolve(name))
                && !Files.exists(growing(bundleId, name));
    }

    /** Puts the finished folder where the web seed serves it, in one step. */
    void moveInPlace(UUID bundleId, String name) throws IOException {
        Path target = home.content(bundleId).resolve(name);
        clear(target);
        Files.createDirectories(target.getParent());
        Files.move(growing(bundleId, name), target, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.syncFolder(home.content(bundleId));
    }

    void clearWork(UUID bundleId) {
        clear(home.work(bundleId));
    }

    void clearStaging(UUID bundleId) {
        clear(home.staging(bundleId));
    }

    /** Bundles that have something staged. */
    List<UUID> staged() {
        try (Stream<Path> folders = Files.list(Files.createDirectories(home.staging()))) {
            return folders.map(f -> f.getFileName().toString())
                    .filter(name -> name.matches(BUNDLE_ID))
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + home.staging(), e);
        }
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }
}
