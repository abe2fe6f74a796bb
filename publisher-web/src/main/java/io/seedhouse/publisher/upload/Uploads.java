package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.Home;
import io.seedhouse.publisher.bundle.BundleFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Uploads of all bundles. */
@ApplicationScoped
public class Uploads {
    @Inject Home home;

    /** Bytes of this file that have arrived. */
    public long offset(BundleFile file) {
        return file.complete() ? file.length() : sizeOf(data(file));
    }

    private Path data(BundleFile file) {
        return home.staging(file.bundleId()).resolve(file.id().toString());
    }

    private static long sizeOf(Path data) {
        try {
            return Files.size(data);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the length of " + data, e);
        }
    }
}
