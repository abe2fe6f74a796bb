package io.seedhouse.publisher.library;

import org.jspecify.annotations.Nullable;

/**
 * The way into a library for a browser that is not in.
 *
 * @param sentence what this page is for, or why a link opened nothing
 * @param email as typed
 * @param refusal what was wrong with it; null for nothing
 */
record DoorView(String heading, String sentence, String email, @Nullable String refusal) {
    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "DoorView";
    }
}
