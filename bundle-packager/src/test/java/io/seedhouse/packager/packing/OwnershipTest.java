package io.seedhouse.packager.packing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {
    @TempDir Path folder;

    @Test
    void refusesWhatBelongsToAnotherUser() throws IOException {
        Ownership ownership = Ownership.of(new Outputs(folder, "Demo"));
        Path foreign = foreign();
        var refusal =
                assertThrows(PackException.class, () -> ownership.checkFolder(foreign)).toString();
        assertTrue(refusal.contains(foreign + " belongs to another user, "), refusal);
        assertTrue(
                refusal.endsWith("delete " + folder.resolve(".Demo.seedhouse-part to start over")),
                refusal);
    }

    /** Only root can give a folder away, and only root's are sure to be there for the others. */
    private Path foreign() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        if (!Files.getOwner(mine).getName().equals("root")) {
            return Path.of("/");
        }
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        return Files.setOwner(mine, users.lookupPrincipalByName("nobody"));
    }
}
