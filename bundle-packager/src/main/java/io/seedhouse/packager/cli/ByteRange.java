package io.seedhouse.packager.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file as HTTP writes it (RFC 9110, 14.1.1): {@code A-B} from 0 and with B, {@code
 * A-} to the end, or the last {@code -N}. A stretch that begins in the file and goes beyond its end
 * means what there is.
 *
 * @param first -1 for a suffix
 * @param last of a suffix its length; {@link Long#MAX_VALUE} for the end
 */
record ByteRange(long first, long last) {
    static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);
    private static final Pattern FORM = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    /**
     * @throws IllegalArgumentException saying how ranges are written
     */
    static ByteRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches() && text.length() > 1) {
            String end = form.group(2);
            long first = form.group(1).isEmpty() ? -1 : Long.parseLong(form.group(1));
            long last = end.isEmpty() ? Long.MAX_VALUE : Long.parseLong(end);
            if (first <= last) {
                return new ByteRange(first, last);
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no range; write A-B (bytes from 0, B included), A- or -N (the last N)"
                        .formatted(text));
    }

    /** The first byte of it in a file of this length. */
    long from(long length) {
        return first >= 0 ? first : length - Math.min(last, length);
    }

    /** The byte after it. */
    long to(long length) {
        return first >= 0 && last < length ? last + 1 : length;
    }

    /** Whether a file of this length has any byte of it. */
    boolean within(long length) {
        return equals(ALL) || from(length) < length;
    }
}
