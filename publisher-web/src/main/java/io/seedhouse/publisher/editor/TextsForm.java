package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Category;
import io.seedhouse.publisher.bundle.Languages;
import io.seedhouse.publisher.bundle.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundle's texts as they stand in the form, right or wrong.
 *
 * @param languages what the reader calls them, separated by commas
 * @param revision that the form was filled from; null where nobody says
 */
record TextsForm(
        String title,
        String synopsis,
        String category,
        String credits,
        String languages,
        @Nullable Integer revision) {

    static TextsForm of(Bundle bundle) {
        Texts texts = bundle.texts();
        return new TextsForm(
                texts.title(),
                texts.synopsis(),
                texts.category().label(),
                texts.credits(),
                LanguageNames.typed(texts.languages()),
                bundle.revision());
    }

    static List<String> kinds() {
        return Stream.of(Category.values()).map(Category::label).toList();
    }

    /** Names of languages to choose from. */
    static List<String> languageNames() {
        return Languages.offered().stream().map(Languages::name).toList();
    }

    /**
     * @throws Invalid when a text breaks its rule
     */
    Texts texts() {
        return new Texts(
                title, synopsis, Category.of(category), credits, LanguageNames.parse(languages));
    }

    /** The same words as somebody else's, but for the form to be sent over that revision. */
    TextsForm over(TextsForm other) {
        return new TextsForm(title, synopsis, category, credits, languages, other.revision());
    }

    /** What differs from another version: the field's name, and that version's words. */
    List<Map.Entry<String, String>> differing(TextsForm other) {
        return Stream.of(
                        new String[] {"title", title, other.title},
                        new String[] {"synopsis", lines(synopsis), lines(other.synopsis)},
                        new String[] {"credits", lines(credits), lines(other.credits)},
                        new String[] {
                            "kind",
                            say("page.category." + category),
                            say("page.category." + other.category)
                        },
                        new String[] {"languages", languages, other.languages})
                .filter(field -> !field[1].equals(field[2]))
                .map(field -> Map.entry(say("editor.about." + field[0]), field[2]))
                .toList();
    }

    /** Browsers send line ends of their own. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
