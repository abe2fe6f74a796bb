package io.seedhouse.publisher.bundle;

import io.seedhouse.publisher.Invalid;

import java.util.Locale;

/** Under which keys the unchanged paid files of a new version are sealed. */
public enum VersionKeys {
    /** All anew, after a leak: what leaked opens nothing of the new version. */
    NEW,
    /**
     * As they are, byte for byte: whoever has the old version's files need not fetch them again.
     */
    KEPT;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Invalid for anything else
     */
    static VersionKeys of(String label) {
        for (VersionKeys keys : values()) {
            if (keys.label().equals(label)) {
                return keys;
            }
        }
        throw new Invalid("keys", "The field keys must be new or kept.");
    }
}
