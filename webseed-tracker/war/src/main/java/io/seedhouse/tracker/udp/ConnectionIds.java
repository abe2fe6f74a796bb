package io.seedhouse.tracker.udp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SecureRandom;

/**
 * The numbers by which clients prove that an address is theirs (BEP 15): who was sent one can
 * receive there. None is remembered.
 *
 * <p><b>Layout.</b> The first byte is the lowest of the number of the 16-second slot it was made
 * in; the other seven are a keyed hash (SipHash-2-4) of address and slot.
 *
 * <p><b>Threat.</b> Somebody announces in the name of an address he does not own, to fill swarms
 * with victims or to have answers sent to them. Guessing 56 bits takes him 2<sup>55</sup> datagrams
 * on average, and the id he finds is good for one address and two minutes. A key lives for 256
 * slots, 68 minutes, and the one before it as long again; both are random and never leave memory.
 */
final class ConnectionIds {
    private static final int SLOT_SECONDS = 16;
    private static final long MAC = -1L >>> 8;

    private final SecureRandom random = new SecureRandom();
    private final int slots;
    private SipHash key = fresh();
    private SipHash keyBefore = fresh();
    private long epoch;
    private long slot;

    /**
     * @param lifeSeconds how long an id is good for, from 1 to 3600, rounded up to whole slots
     */
    ConnectionIds(int lifeSeconds) {
        if (lifeSeconds < 1 || lifeSeconds > 3600) {
            throw new IllegalArgumentException(
                    "a connection id lives from 1 to 3600 seconds, not " + lifeSeconds);
        }
        slots = (lifeSeconds + SLOT_SECONDS - 1) / SLOT_SECONDS;
    }

    /** Sets the clock, which never goes back. */
    void at(long seconds) {
        slot = seconds / SLOT_SECONDS;
        long now = slot >>> 8;
        if (now != epoch) {
            keyBefore = now == epoch + 1 ? key : fresh();
            key = fresh();
            epoch = now;
        }
    }

    /** The id for an address from now on. */
    long issue(Sender to) {
        return id(to, slot);
    }

    /** Whether an id was issued to that address not too long ago; takes the same time if not. */
    boolean holds(long id, Sender from) {
        long age = slot - (id >>> 56) & 0xff;
        long made = slot - age;
        return (id(from, made) ^ id) == 0 & age <= slots & made >= 0;
    }

    private long id(Sender address, long made) {
        SipHash hash = made >>> 8 == epoch ? key : keyBefore;
        MemorySegment bytes = MemorySegment.ofArray(address.address);
        boolean v4 = address.family.addressBytes() == 4;
        long first =
                v4
                        ? bytes.get(ValueLayout.JAVA_INT_UNALIGNED, 0)
                        : bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, 0);
        long second = v4 ? 0 : bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, 8);
        return made << 56 | hash.of(first, second, v4 ? made : ~made) & MAC;
    }

    private SipHash fresh() {
        return new SipHash(random.nextLong(), random.nextLong());
    }
}
