package io.seedhouse.publisher.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");

    /**
     * The filter against requests from other sites lets GET through, so nothing may change by it.
     */
    @Test
    void everyFormOfEveryPageIsPosted() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            List<String> forms =
                    templates
                            .filter(Files::isRegularFile)
                            .flatMap(t -> FORM.matcher(text(t)).results().map(MatchResult::group))
                            .toList();
            assertFalse(forms.isEmpty());
            assertEquals(
                    List.of(), forms.stream().filter(f -> !f.contains("method=\"post\"")).toList());
        }
    }

    private static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
