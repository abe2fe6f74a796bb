package io.seedhouse.publisher.film;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, section 14).
 *
 * @param from first byte
 * @param to last byte, {@code from - 1} for nothing of it
 */
record Part(long from, long to) {
    /**
     * An open end is answered with so many bytes: a player asks again, and one that was closed has
     * not had a film sent to it.
     */
    static final long WINDOW = 8 << 20;

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    long length() {
        return to - from + 1;
    }

    /** Nothing of the file lies in it. */
    boolean isBeyond() {
        return to < from;
    }

    /**
     * @param range the header; what we cannot read, several ranges among it, counts as none
     * @return empty for the whole file
     */
    static Optional<Part> of(@Nullable String range, long length) {
        Matcher bytes = RANGE.matcher(range == null ? "" : range.strip());
        if (!bytes.matches() || bytes.group(1).isEmpty() && bytes.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (bytes.group(1).isEmpty()) {
            long last = Math.min(length, Long.parseLong(bytes.group(2)));
            return Optional.of(new Part(length - last, length - 1));
        }
        long from = Long.parseLong(bytes.group(1));
        boolean open = bytes.group(2).isEmpty();
        long to = open ? from + WINDOW - 1 : Long.parseLong(bytes.group(2));
        return from >= length
                ? Optional.of(new Part(length, length - 1))
                : to < from
                        ? Optional.empty()
                        : Optional.of(new Part(from, Math.min(to, length - 1)));
    }
}
