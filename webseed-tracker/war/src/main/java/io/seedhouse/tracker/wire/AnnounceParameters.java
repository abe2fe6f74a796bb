package io.seedhouse.tracker.wire;

import org.jspecify.annotations.Nullable;

/** What has been read of an announce's query so far; of parameters that come twice the first. */
final class AnnounceParameters {
    private static final long INFO_HASH = Query.word("info_hash");
    private static final long PEER_ID = Query.word("peer_id");
    private static final long PORT = Query.word("port");
    private static final long LEFT = Query.word("left");
    private static final long EVENT = Query.word("event");
    private static final long NUMWANT = Query.word("numwant");
    private static final long COMPACT = Query.word("compact");
    private static final long NO = Query.word("0");
    private static final int UNREAD = -1;

    private @Nullable WireInfohash infohash;
    private @Nullable AnnounceEvent event;
    private boolean peerId;
    private int port = UNREAD;
    private long left = UNREAD;
    private int wanted = UNREAD;
    private long compact;

    /** Reads the next parameter. */
    void read(Query query) throws MalformedRequest {
        long name = query.name();
        if (name == INFO_HASH && infohash == null) {
            infohash = query.infohash("info_hash");
        } else if (name == PEER_ID && !peerId) {
            query.twentyBytes("peer_id");
            peerId = true;
        } else if (name == PORT && port == UNREAD) {
            port = port(query);
        } else if (name == LEFT && left == UNREAD) {
            left = number("left", query.number());
        } else {
            readOptional(name, query);
        }
        query.finish();
    }

    private void readOptional(long name, Query query) throws MalformedRequest {
        if (name == EVENT && event == null) {
            event = AnnounceEvent.named(query.word());
        } else if (name == NUMWANT && wanted == UNREAD) {
            wanted = wanted(query.number());
        } else if (name == COMPACT && compact == 0) {
            compact = query.word();
        }
    }

    AnnounceRequest request() throws MalformedRequest {
        if (infohash == null) {
            throw MalformedRequest.lacks("info_hash");
        }
        require(peerId, "peer_id");
        require(port != UNREAD, "port");
        require(left != UNREAD, "left");
        return new AnnounceRequest(
                infohash,
                port,
                left,
                compact != NO,
                event == null ? AnnounceEvent.PERIODIC : event,
                wanted == UNREAD ? AnnounceRequest.USUALLY_WANTED : wanted);
    }

    private static void require(boolean read, String name) throws MalformedRequest {
        if (!read) {
            throw MalformedRequest.lacks(name);
        }
    }

    private static int port(Query query) throws MalformedRequest {
        long port = number("port", query.number());
        if (port < 1 || port > 65535) {
            throw new MalformedRequest("The parameter port must be from 1 to 65535.");
        }
        return (int) port;
    }

    /** Some clients ask for -1 peers and mean "as many as usual". */
    private static int wanted(long number) throws MalformedRequest {
        return number == -1 || number == Query.EMPTY
                ? AnnounceRequest.USUALLY_WANTED
                : (int) Math.min(AnnounceRequest.MOST_WANTED, number("numwant", number));
    }

    private static long number(String name, long number) throws MalformedRequest {
        if (number == Query.EMPTY) {
            throw MalformedRequest.lacks(name);
        }
        if (number < 0) {
            throw new MalformedRequest(
                    "The parameter " + name + " must be a whole number, not negative.");
        }
        return number;
    }
}
