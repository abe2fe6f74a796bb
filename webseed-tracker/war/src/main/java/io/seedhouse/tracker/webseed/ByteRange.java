package io.seedhouse.tracker.webseed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file a request asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /** All of it: no range was asked for, or in a unit that is not ours. */
    record Whole() implements ByteRange {}

    /** Bytes {@code first} to {@code last}, both included. */
    record Part(long first, long last) implements ByteRange {}

    /** Nothing that the file has, or nothing that can be understood. */
    record Unsatisfiable() implements ByteRange {}

    /**
     * Reads a Range header. Of several ranges the first that the file has is meant: RFC 9110
     * (15.3.7) lets a server send a part of what was asked for, and unlike a 200 it cannot swamp a
     * client that wanted a few bytes.
     *
     * @param header its value, empty for none
     * @param size of the file in bytes
     */
    static ByteRange parse(String header, long size) {
        if (!header.regionMatches(true, 0, "bytes=", 0, 6)) {
            return new Whole();
        }
        for (String one : header.substring(6).split(",", 64)) {
            Matcher form = Form.RANGE.matcher(one.strip());
            if (!form.matches()) {
                return new Unsatisfiable();
            }
            if (one(form.group(1), form.group(2), size) instanceof Part part) {
                return part;
            }
        }
        return new Unsatisfiable();
    }

    private static ByteRange one(String first, String last, long size) {
        long from = first.isEmpty() ? Math.max(0, size - number(last)) : number(first);
        long to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, number(last));
        return from <= to ? new Part(from, to) : new Unsatisfiable();
    }

    /** As many digits as one likes; too large for 63 bits counts as the largest. */
    private static long number(String digits) {
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }

    /** What one range looks like; an interface cannot keep this private otherwise. */
    final class Form {
        private static final Pattern RANGE = Pattern.compile("(\\d*)-(\\d*)");

        private Form() {}
    }
}
