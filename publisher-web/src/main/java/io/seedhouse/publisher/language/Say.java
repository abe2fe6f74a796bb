package io.seedhouse.publisher.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words for the current {@link Reader}.
 *
 * <p>A key is {@code feature.name}; the words are in {@code feature.TAG.properties} under {@code
 * name}. {@code {0}} to {@code {9}} in them stand for the arguments, which are put in as text: a
 * number that is to be read is passed through {@link #number} first.
 */
public final class Say {
    private static final Pattern KEY = Pattern.compile("[a-z]{1,20}\\.[a-z0-9.-]{1,80}");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Map<String, Properties> BOOKS = new ConcurrentHashMap<>();

    private Say() {}

    /**
     * Words in the reader's language. A key that nobody wrote words for is answered itself, so that
     * a page still stands; so is what is no key, such as a sentence.
     */
    public static String say(String key, Object... arguments) {
        String words = words(Reader.current().language(), key);
        return PLACE.matcher(words).replaceAll(place -> argument(place, arguments));
    }

    /**
     * Words that depend on a number: those of {@code key.one} for 1, else of {@code key.other}.
     * {@code {0}} is the number, {@code {1}} and so on are the other arguments.
     */
    public static String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number(number);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return say(key + (number == 1 ? ".one" : ".other"), arguments);
    }

    /**
     * What was said in English, by a module or a thread that knows no reader, in the reader's
     * language. A sentence that no words of the book make stays as it is.
     *
     * @param book such as {@code paygate}, or a part of one such as {@code webhook.fault}
     */
    public static String again(String book, String english) {
        return Reader.current().language() == Language.ENGLISH
                ? english
                : Heard.in(book, english)
                        .map(heard -> say(heard.key(), heard.arguments().toArray()))
                        .orElse(english);
    }

    /**
     * The reader's noun for what code names in English: the words of {@code key.name}, or the name
     * itself where nobody wrote any, as for a header.
     */
    public static String named(String key, String name) {
        String full = key + "." + name.replace(' ', '-');
        String words = say(full);
        return words.equals(full) ? name : words;
    }

    /** A whole number as the reader writes it: {@code 48,120} or {@code 48.120}. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(Reader.current().locale()).format(number);
    }

    /** All words of a feature in the reader's language as a JSON object, for scripts. */
    public static String json(String feature) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        Properties english = book(feature, Language.ENGLISH);
        for (String name : new TreeSet<>(english.stringPropertyNames())) {
            object.add(name, words(Reader.current().language(), feature + "." + name));
        }
        return object.build().toString();
    }

    private static String argument(MatchResult place, Object[] arguments) {
        int index = place.group(1).charAt(0) - '0';
        String text = index < arguments.length ? String.valueOf(arguments[index]) : place.group();
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }

    private static String words(Language language, String key) {
        if (!KEY.matcher(key).matches()) {
            return key;
        }
        int dot = key.indexOf('.');
        String feature = key.substring(0, dot);
        String name = key.substring(dot + 1);
        String words = book(feature, language).getProperty(name);
        return words != null ? words : book(feature, Language.ENGLISH).getProperty(name, key);
    }

    /** All words of a feature in one language; none for a feature that has no words. */
    static Properties book(String feature, Language language) {
        return BOOKS.computeIfAbsent(feature + "." + language.tag(), Say::load);
    }

    private static Properties load(String book) {
        Properties words = new Properties();
        try (InputStream in = Say.class.getResourceAsStream(book + ".properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
