package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.Locale;

/** What kind of torrent a bundle becomes. */
public enum Format {
    /** v1 and v2 in one (BEP 3 and BEP 52). */
    HYBRID,

    /** For clients that cannot read hybrids, such as transmission before 4.0. */
    V1;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How often sealing goes through the bytes: v1 pieces span files, which must be finished. */
    int passes() {
        return this == V1 ? 2 : 1;
    }

    /**
     * @throws Invalid for an unknown one, naming both
     */
    public static Format of(String label) {
        return switch (label) {
            case "hybrid" -> HYBRID;
            case "v1" -> V1;
            default -> throw new Invalid("format", say("bundle.format"));
        };
    }
}
