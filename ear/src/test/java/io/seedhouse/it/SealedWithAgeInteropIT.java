package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A studio that seals at home with a stock age, for the platform and for itself. */
@ExtendWith(ArquillianExtension.class)
class SealedWithAgeInteropIT {

    private final Path folder = PlatformUnderTest.scratch().resolve("sealed-with-age");

    @Test
    void aFilmSealedToTwoRecipientsOpensForItsBuyersAndForTheStudio() throws Exception {
        Path film = Films.make(folder.resolve("film.mp4"), 3_000_017, 43);
        Studio studio = Studio.open("archivist");
        String bundle = studio.bundle("Sealed twice");
        Path own = folder.resolve("own.txt");
        Files.deleteIfExists(own);
        CommandLine.succeed(List.of("age-keygen", "-o", own.toString()));
        String ownRecipient =
                CommandLine.succeed(List.of("age-keygen", "-y", own.toString())).strip();
        Path sealed = folder.resolve("film.mp4.age");
        CommandLine.succeed(
                List.of(
                        "age",
                        "-r",
                        ownRecipient,
                        "-r",
                        studio.recipient(bundle, "film.mp4").string("recipient"),
                        "-o",
                        sealed.toString(),
                        film.toString()));
        studio.tus().upload(bundle, sealed, "sealed");
        String offer = studio.tier(bundle, "film", 600, "usd", "film.mp4.age").string("offerId");
        assertEquals(202, studio.seal(bundle).status());
        studio.awaitSealed(bundle);
        studio.publish(bundle);

        Buyer buyer = Buyer.checkout(offer);
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        Path keyring = Files.writeString(folder.resolve("keyring.txt"), buyer.keyring().text());
        assertEquals(Films.sha256(film), Films.sha256(open(keyring, bundle)));
        assertEquals(Films.sha256(film), Films.sha256(open(own, bundle)));
    }

    private Path open(Path identities, String bundle) throws Exception {
        Path content = PlatformUnderTest.home().resolve("content/" + bundle);
        Path plain = folder.resolve("opened.mp4");
        CommandLine.succeed(
                List.of(
                        "age",
                        "-d",
                        "-i",
                        identities.toString(),
                        "-o",
                        plain.toString(),
                        Folders.find(content, "film.mp4.age").toString()));
        return plain;
    }
}
