package io.seedhouse.packager.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleReadmeTest {

    @Test
    void saysWhatIsFreeWhatIsLockedWhereToBuyAndHowToOpen() {
        assertEquals(
                """
                A Film

                Free to watch, listen to and pass on:
                  free/teaser.mp4

                Locked; a keyring opens them:
                  locked/A Film.mp4.age

                You may share this whole folder: the locked files are useless without keys.

                The keyring is sold at

                  http://localhost:8080/b/a-film

                Save it as keyring.txt. Then, in this folder, either

                  age -d -i keyring.txt -o "A Film.mp4" "locked/A Film.mp4.age"

                (age is free: https://age-encryption.org) or, for all files at once,

                  java -jar seedhouse.jar unlock --keyring keyring.txt --out OUT .
                """,
                BundleReadme.text(
                        "A Film",
                        List.of("teaser.mp4"),
                        List.of("A Film.mp4"),
                        Optional.of(URI.create("http://localhost:8080/b/a-film"))));
    }

    @Test
    void speaksOfNoKeysWhereNothingIsLocked() {
        String text = BundleReadme.text("A", List.of("a.mp4"), List.of(), Optional.empty());
        assertFalse(text.contains("keyring"), text);
    }
}
