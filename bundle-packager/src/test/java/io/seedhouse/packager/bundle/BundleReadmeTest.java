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

                You may copy this folder and pass it on as it is. Some files are free, the others are
                locked: useless without their keys, and only the keys are sold.

                FREE: open these like any other file.

                  free/teaser.mp4

                LOCKED: these need a key.

                  locked/A Film.mp4.age

                HOW TO GET THE KEY

                The key is sold here:

                  http://localhost:8080/b/a-film

                It is a small text file. Save it in this folder as keyring.txt and keep it: it opens the
                files for ever, on any computer, and needs no account.

                HOW TO OPEN THE LOCKED FILES

                Any of these ways will do. For the first two, open a terminal (a command prompt) in this
                folder.

                1. With age, a free program for Windows, macOS and Linux, from
                   https://age-encryption.org:

                     age -d -i keyring.txt -o "A Film.mp4" "locked/A Film.mp4.age"

                2. With seedhouse, a free program that opens everything at once:

                     seedhouse unlock --keyring keyring.txt --out opened .

                3. In a web browser: the page that sells the key says which files it can play there.
                """,
                BundleReadme.text(
                        "A Film",
                        List.of("teaser.mp4"),
                        List.of("A Film.mp4"),
                        Optional.of(URI.create("http://localhost:8080/b/a-film"))));
    }

    @Test
    void putsNoNameThatAShellWouldRunIntoACommand() {
        String trap = "Ca$h `id` $(id).mp4";
        assertEquals(
                "age -d -i keyring.txt -o FILE locked/FILE.age", command(List.of(trap, "a!.mp4")));
        assertEquals(
                "age -d -i keyring.txt -o \"é b.mp4\" \"locked/a/é b.mp4.age\"",
                command(List.of(trap, "-x.mp4", "c/-x.mp4", "a/é b.mp4", "c.mp4")));
    }

    private static String command(List<String> locked) {
        return BundleReadme.text("A", List.of(), locked, Optional.empty())
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("age -d"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void speaksOfNoKeysWhereNothingIsLocked() {
        String text = BundleReadme.text("A", List.of("a.mp4"), List.of(), Optional.empty());
        assertFalse(text.contains("key"), text);
    }
}
