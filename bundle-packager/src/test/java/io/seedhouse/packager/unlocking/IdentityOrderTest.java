package io.seedhouse.packager.unlocking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.encryption.AgeSamples;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityOrderTest {
    private final Identity one = Identity.generate();
    private final Identity two = Identity.generate();
    private final Identity three = Identity.generate();

    @TempDir Path folder;

    @Test
    void beginsAfterTheLastMatchAndLeavesNoneOut() {
        IdentityOrder order = new IdentityOrder(List.of(one, two, three));
        assertEquals(List.of(one, two, three), order.next());
        order.matched(one);
        assertEquals(List.of(two, three, one), order.next());
        order.matched(three);
        assertEquals(List.of(one, two, three), order.next());
    }

    @Test
    void aFileKnowsWhichIdentityOpensIt() throws IOException {
        Path file = folder.resolve("film.age");
        Files.write(file, AgeSamples.seal(new byte[4], two.recipient()));
        try (AgeFile opened = AgeFile.open(file, List.of(one, two, three))) {
            assertEquals(two, opened.identity());
        }
    }
}
