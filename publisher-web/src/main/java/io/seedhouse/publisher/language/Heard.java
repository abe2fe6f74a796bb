package io.seedhouse.publisher.language;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An English sentence, taken apart again into the key and the arguments that make it.
 *
 * @param arguments in the order of their places
 */
record Heard(String key, List<String> arguments) {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    /** Of a sentence; names that people write may be in it, and are not searched without end. */
    private static final int LONGEST = 1000;

    /** The longest words that make the sentence, so that the most particular of two win. */
    static Optional<Heard> in(String book, String english) {
        if (english.length() > LONGEST) {
            return Optional.empty();
        }
        int dot = book.indexOf('.');
        String feature = dot < 0 ? book : book.substring(0, dot);
        String part = dot < 0 ? "" : book.substring(dot + 1) + ".";
        Properties words = Say.book(feature, Language.ENGLISH);
        return words.stringPropertyNames().stream()
                .filter(name -> name.startsWith(part))
                .sorted(Comparator.comparing((String name) -> -words.getProperty(name).length()))
                .flatMap(name -> of(feature + "." + name, words.getProperty(name), english))
                .findFirst();
    }

    private static Stream<Heard> of(String key, String words, String english) {
        Matcher sentence = pattern(words).matcher(english);
        return sentence.matches()
                ? Stream.of(new Heard(key, arguments(words, sentence)))
                : Stream.empty();
    }

    private static Pattern pattern(String words) {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (MatchResult place : PLACE.matcher(words).results().toList()) {
            pattern.append(Pattern.quote(words.substring(end, place.start()))).append("(.*)");
            end = place.end();
        }
        return Pattern.compile(pattern + Pattern.quote(words.substring(end)), Pattern.DOTALL);
    }

    private static List<String> arguments(String words, Matcher sentence) {
        SortedMap<String, String> byPlace = new TreeMap<>();
        List<MatchResult> places = PLACE.matcher(words).results().toList();
        for (int i = 0; i < places.size(); i++) {
            byPlace.put(places.get(i).group(1), sentence.group(i + 1));
        }
        return List.copyOf(byPlace.values());
    }
}
