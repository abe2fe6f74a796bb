package io.seedhouse.tracker.webseed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of a file a request asks for (RFC 9110, section 14). */
sealed interface ByteRange {
    /** More ranges in one request are refused: nobody honest needs them. */
    int MOST = 16;

    /** All of it: no range was asked for, or in a unit that is not ours. */
    record Whole() implements ByteRange {}

    /**
     * Some of it.
     *
     * @param parts at least one; no two share a byte, so that together they are never longer than
     *     the file
     */
    record Parts(List<Part> parts) implements ByteRange {}

    /** Nothing that the file has, nothing that can be understood, or more ranges than allowed. */
    record Unsatisfiable() implements ByteRange {}

    /** Bytes {@code first} to {@code last}, both included. */
    record Part(long first, long last) {
        /** What the lines around one more part of an answer take, roughly (RFC 9110, 15.3.7.2). */
        private static final int OVERHEAD = 80;

        long length() {
            return last + 1 - first;
        }

        boolean isNear(Part other) {
            return first - OVERHEAD <= other.last + 1 && other.first - OVERHEAD <= last + 1;
        }

        Part with(Part other) {
            return new Part(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /**
     * Reads a Range header. Parts keep the order they were asked for in; those that overlap, touch
     * or nearly touch become one at the place of the first. Ranges that the file has nothing of are
     * left out as long as others remain.
     *
     * @param header its value, empty for none
     * @param size of the file in bytes
     */
    static ByteRange parse(String header, long size) {
        if (!header.regionMatches(true, 0, "bytes=", 0, 6)) {
            return new Whole();
        }
        List<Part> parts = new ArrayList<>();
        String[] ranges = header.substring(6).split(",", MOST + 1);
        for (String one : ranges) {
            Matcher form = Form.RANGE.matcher(one.strip());
            if (!form.matches() || ranges.length > MOST) {
                return new Unsatisfiable();
            }
            Part part = part(form.group(1), form.group(2), size);
            if (part.length() > 0) {
                join(parts, part);
            }
        }
        return parts.isEmpty() ? new Unsatisfiable() : new Parts(List.copyOf(parts));
    }

    /** One that is empty when the file has nothing of it. */
    private static Part part(String first, String last, long size) {
        long from = first.isEmpty() ? Math.max(0, size - number(last)) : number(first);
        long to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(size - 1, number(last));
        return from <= to ? new Part(from, to) : new Part(0, -1);
    }

    /** Parts kept so far are near none of each other, so one look at each is enough. */
    private static void join(List<Part> parts, Part added) {
        Part joined = added;
        int place = parts.size();
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).isNear(joined)) {
                joined = joined.with(parts.remove(i));
                place = Math.min(place, i);
            }
        }
        parts.add(place, joined);
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
