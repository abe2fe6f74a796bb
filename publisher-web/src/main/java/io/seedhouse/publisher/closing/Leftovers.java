package io.seedhouse.publisher.closing;

import io.seedhouse.publisher.Home;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Deletes the bytes of drafts that are gone; what is missed goes at the next start. */
@ApplicationScoped
public class Leftovers {
    private static final Logger LOG = System.getLogger(Leftovers.class.getName());

    @Inject Home home;

    public void delete(List<UUID> drafts) {
        for (UUID draft : drafts) {
            delete(home.staging(draft));
            delete(home.work(draft));
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, folder + " could not be deleted now", e);
        }
    }
}
