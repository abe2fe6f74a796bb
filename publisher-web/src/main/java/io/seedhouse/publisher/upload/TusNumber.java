package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.say;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers of the protocol that hold a count of bytes. */
final class TusNumber {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /** The header is missing or no count. */
    static final class Malformed extends RuntimeException {
        Malformed(String sentence) {
            super(sentence);
        }
    }

    private TusNumber() {}

    /**
     * @throws Malformed unless 1 to 18 digits
     */
    static long parse(String header, @Nullable String value) {
        if (value == null) {
            throw new Malformed(say("upload.header.missing", header));
        }
        if (!DIGITS.matcher(value.strip()).matches()) {
            throw new Malformed(say("upload.header.number", header));
        }
        return Long.parseLong(value.strip());
    }
}
