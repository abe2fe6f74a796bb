package io.seedhouse.publisher.language;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says everything, and nothing that is asked for is missing. */
class BooksTest {
    private static final Path BOOKS = Path.of("src/main/resources/io/seedhouse/publisher/language");
    private static final Pattern ASKED =
            Pattern.compile("\\b(say|count)\\(\\s*\"([a-z]+\\.[a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern CHOSEN =
            Pattern.compile(
                    "\\bsay\\([^;]{0,200}?\\?\\s*\"([a-z]+\\.[a-z0-9.-]+)\"\\s*:\\s*\"([a-z]+\\.[a-z0-9.-]+)\"");
    private static final Pattern NOT_FOUND = Pattern.compile("\\bnotFound\\(\"([a-z -]+)\"\\)");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    static List<String> features() throws IOException {
        try (Stream<Path> books = Files.list(BOOKS)) {
            return books.map(b -> b.getFileName().toString().replaceFirst("\\..*", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void saysTheSameThingsInEveryLanguage(String feature) {
        Properties english = Say.book(feature, Language.ENGLISH);
        for (Language language : Language.all()) {
            Properties words = Say.book(feature, language);
            assertEquals(
                    new TreeSet<>(english.stringPropertyNames()),
                    new TreeSet<>(words.stringPropertyNames()),
                    feature + " in " + language);
            for (String name : english.stringPropertyNames()) {
                assertFalse(words.getProperty(name).isBlank(), name + " in " + language);
                assertEquals(
                        places(english.getProperty(name)),
                        places(words.getProperty(name)),
                        feature + "." + name + " in " + language);
            }
        }
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void hasWordsForEveryKeyThatIsAskedFor() throws IOException {
        String missing =
                ASKED.matcher(sources())
                        .results()
                        .flatMap(BooksTest::keys)
                        .filter(key -> !isSaid(key))
                        .distinct()
                        .sorted()
                        .collect(joining("\n"));
        assertEquals("", missing);
    }

    @Test
    void hasWordsForBothKeysWhereOneIsChosen() throws IOException {
        String missing =
                CHOSEN.matcher(sources())
                        .results()
                        .flatMap(chosen -> Stream.of(chosen.group(1), chosen.group(2)))
                        .filter(key -> !isSaid(key))
                        .distinct()
                        .collect(joining("\n"));
        assertEquals("", missing);
    }

    @Test
    void hasANounForEverythingThatIsNotFound() throws IOException {
        String missing =
                NOT_FOUND
                        .matcher(sources())
                        .results()
                        .map(match -> "publisher.thing." + match.group(1).replace(' ', '-'))
                        .filter(key -> !isSaid(key))
                        .distinct()
                        .collect(joining("\n"));
        assertEquals("", missing);
    }

    private static Stream<String> keys(MatchResult asked) {
        String key = asked.group(2);
        return asked.group(1).equals("count")
                ? Stream.of(key + ".one", key + ".other")
                : Stream.of(key);
    }

    private static boolean isSaid(String key) {
        int dot = key.indexOf('.');
        return Say.book(key.substring(0, dot), Language.ENGLISH)
                .containsKey(key.substring(dot + 1));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path root : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }
}
