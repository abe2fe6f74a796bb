package io.seedhouse.publisher.recipient;

import io.seedhouse.publisher.bundle.Status;

/** What became of {@link Reservations#issue}. */
public sealed interface Issue {
    /**
     * @param recipient {@code age1...}, the same at each asking while the draft lasts
     */
    record Issued(SealedName name, String recipient) implements Issue {}

    record NoSuchBundle() implements Issue {}

    record NotADraft(Status status) implements Issue {}

    /**
     * @param sentence what is wrong with it
     */
    record BadName(String sentence) implements Issue {}

    /** A file of this name is there that was not sealed at home. */
    record NameTaken(String by) implements Issue {}

    record TooMany(long bound) implements Issue {}
}
