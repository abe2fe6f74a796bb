package io.seedhouse.packager.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Metainfo.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTest {
    @TempDir Path folder;

    private Outputs outputs;
    private long free;

    @BeforeEach
    void look() throws IOException {
        outputs = new Outputs(folder, "Demo");
        free = Files.getFileStore(folder).getUsableSpace();
    }

    @Test
    void refusesWhatHasNoRoomBeforeAnythingIsMade() {
        assertTrue(refusal(2 * free).contains(" has not enough room: "));
        assertFalse(Files.exists(outputs.part()));
    }

    /** What the other run still writes is nobody's business but its own. */
    @Test
    void asksAboutRoomOnlyWhenNoOtherRunIsPackingTheSame() throws IOException {
        try (PartFolder other = PartFolder.open(outputs)) {
            assertEquals(
                    "Demo is being packed into "
                            + folder
                            + " already; wait for that, or choose another name",
                    refusal(2 * free));
        }
        assertTrue(refusal(2 * free).contains(" has not enough room: "));
    }

    private String refusal(long length) {
        return String.valueOf(
                assertThrows(
                                PackException.class,
                                () -> packer(length).run(SpaceTest::noTorrent, b -> {}))
                        .getMessage());
    }

    private static Metainfo noTorrent(BundleTorrent torrent, Path files, LongConsumer progress) {
        throw new AssertionError("it was packed");
    }

    private Packer packer(long length) throws PackException {
        Stamp stamp = new Stamp(length, FileTime.fromMillis(0), "");
        Input film =
                new Input(Path.of("film.mp4"), Access.FREE, "film.mp4", stamp, Set.of(), List.of());
        return new Packer(
                outputs,
                List.of(film),
                "Demo",
                Optional.empty(),
                OptionalInt.of(16 << 20),
                Version.HYBRID);
    }
}
