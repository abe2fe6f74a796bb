package io.seedhouse.publisher.editor;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.page.TimeField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A premiere as a form sends it. */
final class PremiereField {
    private PremiereField() {}

    /**
     * @param text as {@link TimeField} takes it; blank for no premiere
     * @throws Invalid for anything else
     */
    static @Nullable Instant parse(String text) {
        return TimeField.parse("premiere", text);
    }

    /** For the form's field, in UTC to the minute; empty for no premiere. */
    static String typed(@Nullable Instant premiere) {
        return TimeField.typed(premiere);
    }
}
