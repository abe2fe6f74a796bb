package io.seedhouse.tracker.udp;

import java.lang.foreign.MemorySegment;

/** Answers datagrams, each in place and without making an object. */
interface Answerer {
    /** Bytes that a request may have; what is longer is cut, and so no request of ours. */
    int LONGEST_REQUEST = 2048;

    /** Bytes that an answer may have: an Ethernet frame's, less the headers of IPv6 and UDP. */
    int LONGEST_ANSWER = 1452;

    /** What came after now came now; called once for each batch. */
    void turn();

    /**
     * Answers one datagram.
     *
     * @param in holds it, from {@code at} on
     * @param length its bytes; more than {@link #LONGEST_REQUEST} when it was cut
     * @param out room for {@link #LONGEST_ANSWER} bytes from {@code outAt} on
     * @return bytes written; 0 for silence
     */
    int answer(MemorySegment in, long at, int length, Sender from, MemorySegment out, long outAt);
}
