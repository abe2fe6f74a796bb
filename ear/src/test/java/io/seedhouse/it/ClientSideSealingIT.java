package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.sealing.FileSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A studio that keeps its clear film to itself: it seals at home and uploads ciphertext. */
@ExtendWith(ArquillianExtension.class)
class ClientSideSealingIT {

    private static final String FILM = "film.mp4";

    private final Path folder = PlatformUnderTest.scratch().resolve("sealed-at-home");
    private final Studio studio = Studio.open("discreet");
    private final String bundle = studio.bundle("Never in the clear");
    private byte[] sealed = {};

    @BeforeEach
    void sealAtHome() throws IOException {
        Path clear = Films.make(folder.resolve(FILM), 5_000_011, 41);
        sealed = seal(clear, recipient());
    }

    @Test
    void aFilmSealedAtHomeIsSoldAsItCameAndItsKeyringOpensIt() throws Exception {
        studio.tus().upload(bundle, upload(sealed), "sealed", 1_000_000);
        Answer tier = studio.tier(bundle, "film", 600, "usd", FILM);
        assertEquals(200, tier.status(), tier.text());
        assertEquals(202, studio.seal(bundle).status());
        studio.awaitSealed(bundle);
        studio.publish(bundle);
        Path content = PlatformUnderTest.home().resolve("content/" + bundle);
        Path placed = Folders.find(content, FILM + ".age");
        assertArrayEquals(sealed, Files.readAllBytes(placed));
        assertFalse(Files.exists(PlatformUnderTest.home().resolve("staging/" + bundle)));
        Path opened = unlock(buy(tier.string("offerId")), placed);
        assertEquals(Films.sha256(folder.resolve(FILM)), Films.sha256(opened));
    }

    @Test
    void theRecipientStaysTheSameHoweverOftenAndInWhicheverSpellingItIsAsked() {
        assertEquals(recipient(), studio.recipient(bundle, FILM + ".age").string("recipient"));
        assertEquals(404, Studio.open("curious").recipient(bundle, FILM).status());
        assertEquals(422, studio.recipient(bundle, "50%.mp4").status());
        assertEquals(422, studio.tus().create(bundle, "other.mp4.age", "sealed", 9).status());
    }

    @Test
    void whatBuyersCouldNotOpenIsRefusedWhenItIsCompleteAndSaysWhy() throws Exception {
        refused(Files.readAllBytes(folder.resolve(FILM)), "no age file");
        String foreign = Identity.generate().recipient();
        refused(seal(folder.resolve(FILM), foreign), "not to the recipient issued");
        refused(Arrays.copyOf(sealed, sealed.length - 1), "damaged or cut short");
        refused(Arrays.copyOf(sealed, 184 + 2 * 65_552), "cut short");
        refused(flipped(140), "header");
        refused(flipped(sealed.length - 20), "damaged");
        assertEquals(204, studio.tus().attempt(bundle, upload(sealed), "sealed").status());
        assertEquals(202, studio.seal(bundle).status());
        studio.awaitSealed(bundle);
    }

    private void refused(byte[] bytes, String word) throws IOException {
        Answer created = studio.tus().create(bundle, FILM + ".age", "sealed", bytes.length);
        assertEquals(201, created.status(), created.text());
        Answer last = studio.tus().attempt(bundle, upload(bytes), "sealed");
        assertEquals(422, last.status(), word);
        assertTrue(last.string("detail").contains(word), last.text());
        Answer head =
                studio.http().head(created.header("Location"), Map.of("Tus-Resumable", "1.0.0"));
        assertEquals(410, head.status());
        assertEquals("", head.header("Upload-Offset"));
        Answer seal = studio.seal(bundle);
        assertEquals(409, seal.status());
        assertEquals(last.string("detail"), seal.string("detail"));
    }

    private String recipient() {
        Answer answer = studio.recipient(bundle, FILM);
        assertEquals(201, answer.status(), answer.text());
        assertEquals(FILM + ".age", answer.string("upload"));
        return answer.string("recipient");
    }

    private byte[] seal(Path clear, String recipient) throws IOException {
        Path target = folder.resolve("sealed.tmp");
        new FileSealer(1 << 20).encrypt(clear, target, recipient, FILM, n -> {});
        return Files.readAllBytes(target);
    }

    /** These bytes as a file to upload. */
    private Path upload(byte[] bytes) throws IOException {
        return Files.write(folder.resolve(FILM + ".age"), bytes);
    }

    private byte[] flipped(int at) {
        byte[] flipped = sealed.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private String buy(String offer) {
        Buyer buyer = Buyer.checkout(offer);
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        return buyer.keyring().text();
    }

    private Path unlock(String keyring, Path placed) throws IOException {
        Path file = Files.writeString(folder.resolve("keyring.txt"), keyring);
        Path out = folder.resolve("out");
        Folders.delete(out);
        var unlocked =
                CommandLine.seedhouse(
                        "unlock",
                        "--keyring",
                        file.toString(),
                        "--out",
                        out.toString(),
                        placed.toString());
        assertEquals(0, unlocked.status(), unlocked.all());
        return Folders.find(out, FILM);
    }
}
