package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Home;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of drafts, as far as they have arrived, and who is at them right now. */
@ApplicationScoped
public class Staging {
    @Inject Home home;

    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    /** Lets one request at a time write or delete a file; answers false while another one does. */
    public boolean hold(UUID fileId) {
        return held.add(fileId);
    }

    public void release(UUID fileId) {
        held.remove(fileId);
    }

    /** Whether a request is at this file: what lies there may be gone the next moment. */
    public boolean isHeld(UUID fileId) {
        return held.contains(fileId);
    }

    /** Where a file's bytes lie until the bundle is sealed. */
    public Path data(BundleFile file) {
        return home.staging(file.bundleId()).resolve(file.id().toString());
    }

    /**
     * Bytes of a draft's file that have arrived: the length on disk and nothing else. One that is
     * made of an earlier version's is there.
     */
    public long offset(BundleFile file) {
        if (file.sourceId() != null) {
            return file.length();
        }
        Path data = data(file);
        try {
            return Files.size(data);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the length of " + data, e);
        }
    }

    /** The same for a bundle in any state; from sealing on everything has arrived. */
    public long offset(Bundle bundle, BundleFile file) {
        return bundle.status() == Status.DRAFT ? offset(file) : file.length();
    }

    /** Bytes the disk still has. */
    public long room() {
        try {
            return Files.getFileStore(Files.createDirectories(home.staging())).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + home.staging(), e);
        }
    }
}
