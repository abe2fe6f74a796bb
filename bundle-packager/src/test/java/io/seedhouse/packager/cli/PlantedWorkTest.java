package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder of unfinished work that somebody else may have prepared is not gone on with. */
class PlantedWorkTest extends PackFixture {
    private final Identity known = Identity.generate();

    @BeforeEach
    void makePart() throws IOException {
        Files.createDirectories(part());
        allow(part(), "rwx------");
    }

    @Test
    void refusesAFolderThatIsOpenToOthers() throws IOException {
        plantKeys();
        allow(part(), "rwxrwxrwx");
        pack("--paid", film).faults(1, part() + " is open to other users");
        allow(part(), "rwxr-x---");
        pack("--paid", film).faults(1, "delete " + part() + " to start over");
        assertFalse(Files.exists(out.resolve("Demo")));
    }

    @Test
    void refusesALinkInPlaceOfTheFolder() throws IOException {
        Path elsewhere = Files.move(part(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(part(), elsewhere);
        pack("--paid", film).faults(1, part() + " is no folder");
        assertEquals(0, files(elsewhere).size());
    }

    @Test
    void refusesKeysThatOthersCanRead() throws IOException {
        allow(plantKeys(), "rw-r--r--");
        pack("--paid", film).faults(1, "keys.txt is open to other users");
    }

    @Test
    void refusesLinksInPlaceOfKeysLockAndBundle() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path keys = Files.move(plantKeys(), elsewhere.resolve("keys.txt"));
        refusesALink("keys.txt", keys, "is no plain file");
        refusesALink("lock", elsewhere.resolve("made"), "is no plain file");
        refusesALink("bundle", elsewhere, "is no folder");
        refusesALink("records", elsewhere, "is no folder");
        assertEquals(1, files(elsewhere).size());
    }

    private void refusesALink(String name, Path to, String fault) throws IOException {
        Files.deleteIfExists(part().resolve(name));
        Path link = Files.createSymbolicLink(part().resolve(name), to);
        pack("--paid", film).faults(1, link + " " + fault);
        Files.delete(link);
    }

    private Path plantKeys() throws IOException {
        Path keys = part().resolve("keys.txt");
        Files.writeString(keys, "# file 1 of 1: film.mp4\n" + known.secret() + "\n");
        return allow(keys, "rw-------");
    }

    private static Path allow(Path path, String permissions) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
