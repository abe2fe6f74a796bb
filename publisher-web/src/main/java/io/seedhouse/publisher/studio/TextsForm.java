package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Category;
import io.seedhouse.publisher.bundle.Texts;
import java.util.List;
import java.util.stream.Stream;

/** A bundle's texts as they stand in the form, right or wrong. */
record TextsForm(String title, String synopsis, String category) {

    static final TextsForm EMPTY = new TextsForm("", "", "film");

    static TextsForm of(Bundle bundle) {
        return new TextsForm(bundle.title(), bundle.synopsis(), bundle.category().label());
    }

    static List<String> kinds() {
        return Stream.of(Category.values()).map(Category::label).toList();
    }

    /**
     * @throws Invalid when a text breaks its rule
     */
    Texts texts() {
        return new Texts(title, synopsis, Category.of(category));
    }
}
