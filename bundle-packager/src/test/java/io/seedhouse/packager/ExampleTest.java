package io.seedhouse.packager;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.hashing.PieceLength;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.packager.unlocking.Unlocker;
import io.seedhouse.packager.verifying.Flaw;
import io.seedhouse.packager.verifying.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the documentation of the library, which newcomers will copy. */
class ExampleTest {
    @TempDir Path home;

    @Test
    void fromFilmToFilm() throws IOException {
        Path film = Samples.file(home.resolve("film.mp4"), 3_000_000);
        Path folder = home.resolve("Tide");
        Path torrentFile = home.resolve("Tide.torrent");
        Path out = home.resolve("out");

        Identity identity = Identity.generate(); // keep identity.secret(); it opens the film
        int pieceLength = PieceLength.forTotal(Files.size(film));
        FileSealer sealer = new FileSealer(pieceLength);
        String path = Access.PAID.pathOf("film.mp4"); // locked/film.mp4.age
        Files.createDirectories(folder.resolve(path).getParent());
        SealedFile sealed =
                sealer.encrypt(film, folder.resolve(path), identity.recipient(), path, bytes -> {});
        Metainfo torrent =
                new BundleTorrent("Tide", pieceLength, List.of(sealed))
                        .trackers(List.of("https://tracker.example/announce"))
                        .build();
        Files.write(torrentFile, torrent.bytes());

        List<Flaw> flaws = new Verifier(Metainfo.read(torrentFile)).verify(folder, bytes -> {});
        new Unlocker(List.of(identity)).unlock(folder, out, System.out::println, bytes -> {});

        assertEquals(List.of(), flaws);
        assertArrayEquals(Files.readAllBytes(film), Files.readAllBytes(out.resolve("film.mp4")));
    }
}
