package io.seedhouse.publisher.profile;

import io.seedhouse.publisher.account.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * The account's first page.
 *
 * @param said what a form has just done; null for nothing
 * @param refused which form was refused: {@code name}, {@code password} or {@code address}
 * @param refusal why; null when none was
 * @param typed what stood in the refused form and is no secret
 */
record ProfileView(
        String name,
        String email,
        boolean confirmed,
        @Nullable String said,
        String refused,
        @Nullable String refusal,
        String typed) {
    static ProfileView of(Publisher publisher, @Nullable String said) {
        return new ProfileView(
                publisher.name(), publisher.email(), publisher.isConfirmed(), said, "", null, "");
    }

    ProfileView refused(String form, String sentence, String asTyped) {
        return new ProfileView(name, email, confirmed, null, form, sentence, asTyped);
    }

    /** Why a form was refused; null for the others. */
    @Nullable String refusalOf(String form) {
        return refused.equals(form) ? refusal : null;
    }

    /** What a field of a form shows: what was typed where it was refused. */
    String shown(String form, String otherwise) {
        return refused.equals(form) ? typed : otherwise;
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ProfileView";
    }
}
