package io.seedhouse.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the templates put what opens something to whoever holds it. */
class TokensInTemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final String FIELD =
            "<input type=\"hidden\" name=\"token\" value=\"${view.token()}\">";

    @Test
    void putTokensIntoHiddenFieldsOnly() throws IOException {
        assertEquals(
                List.of(),
                lines("")
                        .filter(l -> l.toLowerCase(Locale.ROOT).contains("token"))
                        .filter(l -> !l.strip().equals(FIELD))
                        .toList());
    }

    @Test
    void putTheLinksOfMailsIntoLinksOnly() throws IOException {
        assertEquals(
                List.of(),
                lines("mail/letter.jte")
                        .map(l -> l.replace("href=\"${view.link()}\"", ""))
                        .map(l -> l.replace("href=\"${view.unsubscribe()}\"", ""))
                        .filter(l ->
                                l.contains("view.link()") || l.contains("${view.unsubscribe()"))
                        .toList());
    }

    private static Stream<String> lines(String below) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES.resolve(below))) {
            return files.filter(Files::isRegularFile).toList().stream()
                    .flatMap(TokensInTemplatesTest::read);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
