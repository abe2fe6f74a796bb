package io.seedhouse.tracker.wire;

import java.nio.charset.StandardCharsets;

/** A query's parameters by type; whatever is wrong with one is said in a sentence naming it. */
record Parameters(Query query) {

    String text(String name) {
        return query.first(name);
    }

    boolean flag(String name, boolean otherwise) {
        String value = query.first(name);
        return value.isEmpty() ? otherwise : !value.equals("0");
    }

    WireInfohash infohash(String name) throws MalformedRequest {
        return ofLatin1(twentyBytes(name));
    }

    static WireInfohash ofLatin1(String latin1) {
        return WireInfohash.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    String twentyBytes(String name) throws MalformedRequest {
        return twentyBytes(name, required(name));
    }

    static String twentyBytes(String name, String value) throws MalformedRequest {
        if (value.length() != WireInfohash.LENGTH) {
            throw new MalformedRequest(
                    "The parameter " + name + " must be 20 bytes, not " + value.length() + ".");
        }
        return value;
    }

    int port(String name) throws MalformedRequest {
        long port = number(name, required(name));
        if (port < 1 || port > 65535) {
            throw new MalformedRequest("The parameter " + name + " must be from 1 to 65535.");
        }
        return (int) port;
    }

    long bytes(String name) throws MalformedRequest {
        return number(name, required(name));
    }

    /** Some clients ask for -1 peers and mean "as many as usual". */
    int wanted(String name) throws MalformedRequest {
        String value = query.first(name);
        if (value.isEmpty() || value.equals("-1")) {
            return AnnounceRequest.USUALLY_WANTED;
        }
        return (int) Math.min(AnnounceRequest.MOST_WANTED, number(name, value));
    }

    private String required(String name) throws MalformedRequest {
        String value = query.first(name);
        if (value.isEmpty()) {
            throw new MalformedRequest("The announce lacks the parameter " + name + ".");
        }
        return value;
    }

    /** A number too large for 63 bits counts as the largest that fits. */
    private static long number(String name, String value) throws MalformedRequest {
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedRequest(
                    "The parameter " + name + " must be a whole number, not negative.");
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException tooLarge) {
            return Long.MAX_VALUE;
        }
    }
}
