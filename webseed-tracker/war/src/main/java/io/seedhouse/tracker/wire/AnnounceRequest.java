package io.seedhouse.tracker.wire;

/**
 * One announce (BEP 3). Where the peer listens is no part of it: {@code ip=} is ignored, the
 * connection tells. Nor is what it says to have uploaded and downloaded, which nobody can check.
 *
 * @param port 1 to 65535
 * @param left bytes still to fetch; 0 makes a seeder
 * @param compact whether six or eighteen bytes per peer will do; so unless the client says 0
 * @param wanted peers asked for, 0 to {@link #MOST_WANTED}
 */
public record AnnounceRequest(
        WireInfohash infohash,
        int port,
        long left,
        boolean compact,
        AnnounceEvent event,
        int wanted) {

    /**
     * Characters of the longest query that is read. Clients send three or four hundred; whoever
     * sends thousands of them wants to keep a server busy.
     */
    static final int LONGEST = 1024;

    /** Peers given to a client that names no number. */
    public static final int USUALLY_WANTED = 50;

    /** Peers given to a client that asks for more. */
    public static final int MOST_WANTED = 200;

    /**
     * Reads an announce's query.
     *
     * @param rawQuery as it stood in the request line, without the question mark
     * @throws MalformedRequest naming the parameter at fault and what it must be
     */
    public static AnnounceRequest parse(String rawQuery) throws MalformedRequest {
        if (rawQuery.length() > LONGEST) {
            throw new MalformedRequest(
                    "An announce may be %d characters long, not %d."
                            .formatted(LONGEST, rawQuery.length()));
        }
        Query query = new Query(rawQuery);
        AnnounceParameters parameters = new AnnounceParameters();
        while (query.hasNext()) {
            parameters.read(query);
        }
        return parameters.request();
    }
}
