package io.seedhouse.tracker.udp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The options behind an announce (BEP 41): the path and query of the tracker's address, in pieces
 * of up to 255 bytes. We need none of it, but what claims to be options must be.
 */
final class Options {
    private static final int END = 0;
    private static final int NOTHING = 1;

    private Options() {}

    /**
     * Whether options are cut off nowhere. Those of kinds we do not know have a length as well, and
     * are passed over.
     *
     * @param from where the first begins
     * @param end of the datagram
     */
    static boolean wellFormed(MemorySegment in, long from, long end) {
        long at = from;
        while (at < end) {
            int kind = in.get(ValueLayout.JAVA_BYTE, at++);
            if (kind == END) {
                return true;
            }
            if (kind != NOTHING) {
                if (at == end) {
                    return false;
                }
                at += 1 + (in.get(ValueLayout.JAVA_BYTE, at) & 0xff);
            }
        }
        return at == end;
    }
}
