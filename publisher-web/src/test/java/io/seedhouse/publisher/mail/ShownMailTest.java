package io.seedhouse.publisher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownMailTest {
    private static final String ANN = "ann@audience.example";

    @TempDir Path home;
    private ShownMail mail = new ShownMail(Path.of(""), TestMail.envelope());

    @BeforeEach
    void folder() {
        mail = new ShownMail(home.resolve("mail"), TestMail.envelope());
    }

    @Test
    void keepsALetterForItsOwnerAlone() throws IOException {
        assertEquals(new Posted.Taken(), mail.post(TestMail.letter(ANN, "Été")));
        assertEquals("rwx------", permissions(home.resolve("mail")));
        assertEquals(
                List.of("rw-------"), files().stream().map(ShownMailTest::permissions).toList());
    }

    @Test
    void showsWhatItKept() {
        mail.post(TestMail.letter(ANN, "Été"));
        ShownLetter letter = mail.letters().getFirst();
        assertEquals(ANN, letter.to());
        assertEquals("Été", letter.subject());
        assertEquals("Hello.", letter.text());
        assertFalse(letter.toString().contains(ANN));
    }

    @Test
    void keepsTheNewestFiveHundred() throws IOException {
        Files.createDirectories(home.resolve("mail"));
        for (int i = 0; i < 600; i++) {
            Files.createFile(home.resolve("mail/%013d-old.eml".formatted(i)));
        }
        mail.post(TestMail.letter(ANN, "New"));
        assertEquals(ShownMail.MOST, files().size());
        assertEquals("New", mail.letters().getFirst().subject());
    }

    @Test
    void refusesWhatNoMailServerWouldTake() {
        assertInstanceOf(Posted.Refused.class, mail.post(TestMail.letter("ann", "Hello")));
        assertEquals(List.of(), mail.letters());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("mail"))) {
            return all.toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
