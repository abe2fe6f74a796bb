package io.seedhouse.publisher.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.bundle.FileNames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void countsWhereANameIsTaken() {
        assertEquals(List.of("film.mp4", "film 2.mp4", "film 3.mp4"), first("film.mp4"));
        assertEquals(
                List.of("film.es.vtt", "film 2.es.vtt", "film 3.es.vtt"), first("film.es.vtt"));
    }

    @Test
    void shortensWhatIsTooLongAndKeepsTheEnding() {
        for (String name : first("é".repeat(150) + " (web).mp4")) {
            assertTrue(name.getBytes(UTF_8).length <= FileNames.MAX_BYTES, name);
            assertTrue(name.endsWith(".mp4"), name);
            assertEquals(Optional.empty(), FileNames.check(name));
        }
    }

    private static List<String> first(String name) {
        return Names.like(name).limit(3).toList();
    }
}
