package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.bundle.Bundle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's bundles and the form for a new one.
 *
 * @param unconfirmed the account's address while nobody has shown that it is theirs; else null
 */
record BundlesView(
        List<Row> rows, TextsForm texts, @Nullable String unconfirmed, @Nullable String refusal) {

    /** One bundle. */
    record Row(String id, String title, String status, boolean published) {
        static Row of(Bundle bundle) {
            String label = bundle.status().label();
            return new Row(
                    bundle.id().toString(),
                    bundle.title(),
                    label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
                    label.equals("published"));
        }
    }
}
