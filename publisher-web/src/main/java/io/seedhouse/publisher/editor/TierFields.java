package io.seedhouse.publisher.editor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * A tier's form as it was sent.
 *
 * @param key tells the forms of a page apart
 * @param seen the tier as it stood when the form was shown; empty for a new one or for nobody says
 */
record TierFields(String key, String seen, String name, Paid paid, List<String> files) {

    /** A form without a way to pay is one price. */
    static TierFields of(MultivaluedMap<String, String> form) {
        return new TierFields(
                one(form, "key", ""),
                one(form, "seen", ""),
                one(form, "name", ""),
                new Paid(
                        one(form, "way", Paid.FIXED),
                        PriceRow.sent(
                                all(form, "currency"), all(form, "price"), all(form, "suggested")),
                        form.containsKey("tips"),
                        one(form, "consent", "")),
                all(form, "file"));
    }

    private static String one(MultivaluedMap<String, String> form, String field, String other) {
        String value = form.getFirst(field);
        return value == null ? other : value;
    }

    private static List<String> all(MultivaluedMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of());
    }
}
