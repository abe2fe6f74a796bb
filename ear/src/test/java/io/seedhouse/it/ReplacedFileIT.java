package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publisher notices a bad cut after pricing it: what is sold must be what was sealed. */
@ExtendWith(ArquillianExtension.class)
class ReplacedFileIT {

    private final Path folder = PlatformUnderTest.scratch().resolve("replaced");
    private final Studio studio = Studio.open("replacing");
    private final String bundle = studio.bundle("Second cut");

    @Test
    void aTierSellsTheFileThatCameInPlaceOfADeletedOne() throws Exception {
        URI first = uploadCut(1);
        Answer tier = studio.tier(bundle, "film", 600, "usd", "film.mp4");
        studio.tus().delete(first);
        uploadCut(2);
        assertEquals(202, studio.seal(bundle).status());
        studio.awaitSealed(bundle);
        studio.publish(bundle);

        Buyer buyer = Buyer.checkout(tier.string("offerId"));
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        Path keyring = Files.writeString(folder.resolve("keyring.txt"), buyer.keyring().text());
        Path out = folder.resolve("out");
        var unlocked =
                CommandLine.seedhouse(
                        "unlock",
                        "--keyring",
                        keyring.toString(),
                        "--out",
                        out.toString(),
                        PlatformUnderTest.home().resolve("content/" + bundle).toString());
        assertEquals(0, unlocked.status(), unlocked.all());
        assertEquals(
                Films.sha256(folder.resolve("film.mp4")),
                Films.sha256(Folders.find(out, "film.mp4")));
    }

    @Test
    void aTierWhoseFileIsGoneStopsTheSealAndIsNamed() throws Exception {
        URI first = uploadCut(1);
        studio.tier(bundle, "The lost cut", 600, "usd", "film.mp4");
        studio.tus().delete(first);
        studio.tus().upload(bundle, Films.make(folder.resolve("other.mp4"), 1_000, 3), "paid");
        Answer refused = studio.seal(bundle);
        assertEquals(409, refused.status(), refused.text());
        assertTrue(refused.string("detail").contains("The lost cut"), refused.text());
    }

    private URI uploadCut(int cut) throws Exception {
        return studio.tus()
                .upload(bundle, Films.make(folder.resolve("film.mp4"), 150_000 + cut, cut), "paid");
    }
}
