package io.seedhouse.publisher.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.language.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reasons and problems are kept as keys; each must have words when it is shown. */
class FilmWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/seedhouse/publisher");
    private static final Pattern KEY = Pattern.compile("\"(film\\.[a-z.-]*[a-z])\"");
    private static final Pattern REASON = Pattern.compile("add\\(\\s*[^\"\\n]*\"([a-z-]+)\"");

    @Test
    void hasWordsForEveryReasonAndProblem() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String feature : List.of("film", "cutting", "job", "event")) {
            KEY.matcher(sources(feature)).results().forEach(m -> keys.add(m.group(1)));
        }
        String verdict = Files.readString(SOURCES.resolve("film/Verdict.java"));
        REASON.matcher(verdict).results().forEach(m -> keys.add("film.why." + m.group(1)));
        assertTrue(keys.size() > 35, keys.toString());
        assertEquals(List.of(), keys.stream().filter(key -> Say.say(key).equals(key)).toList());
    }

    private static String sources(String feature) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES.resolve(feature))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
