package io.seedhouse.tracker.torrent;

import io.seedhouse.tracker.wire.WireInfohash;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an infohash stands for without waiting and without making an object: a table with
 * linear probing whose readers take no lock. Changes are rare and made one at a time: a new entry
 * goes into an empty slot, and a removal, or a table three quarters full, gives way to a new table.
 * The hash is keyed, or strangers could publish torrents that collide.
 */
final class InfohashIndex {
    private final long key = new SecureRandom().nextLong();
    private volatile AtomicReferenceArray<@Nullable Announced> table =
            new AtomicReferenceArray<>(64);
    private int size;

    /** What 20 bytes on the wire, as numbers, stand for; null when nothing is admitted for them. */
    @Nullable Announced find(long first, long second, int third) {
        AtomicReferenceArray<@Nullable Announced> entries = table;
        int slot = slot(first, second, third, entries.length());
        for (; ; slot = slot + 1 & entries.length() - 1) {
            Announced entry = entries.getAcquire(slot);
            if (entry == null || is(entry.infohash(), first, second, third)) {
                return entry;
            }
        }
    }

    /** Adds an entry, in place of any other of that infohash. */
    synchronized void put(Announced entry) {
        if (size * 4 >= table.length() * 3) {
            table = without(null, table.length() * 2);
        }
        place(table, entry);
    }

    synchronized void remove(WireInfohash infohash) {
        table = without(infohash, table.length());
    }

    private AtomicReferenceArray<@Nullable Announced> without(
            @Nullable WireInfohash left, int length) {
        AtomicReferenceArray<@Nullable Announced> entries = new AtomicReferenceArray<>(length);
        AtomicReferenceArray<@Nullable Announced> before = table;
        size = 0;
        for (int slot = 0; slot < before.length(); slot++) {
            Announced entry = before.getPlain(slot);
            if (entry != null && !entry.infohash().equals(left)) {
                place(entries, entry);
            }
        }
        return entries;
    }

    private void place(AtomicReferenceArray<@Nullable Announced> entries, Announced entry) {
        WireInfohash hash = entry.infohash();
        int slot = slot(hash.first(), hash.second(), hash.third(), entries.length());
        Announced there;
        while ((there = entries.getPlain(slot)) != null && !there.infohash().equals(hash)) {
            slot = slot + 1 & entries.length() - 1;
        }
        size += there == null ? 1 : 0;
        entries.setRelease(slot, entry);
    }

    private int slot(long first, long second, int third, int length) {
        long hash = (first ^ key) * 0x9e3779b97f4a7c15L ^ second;
        hash = (hash ^ hash >>> 31 ^ third) * 0xbf58476d1ce4e5b9L;
        return (int) (hash >>> 32) & length - 1;
    }

    private static boolean is(WireInfohash hash, long first, long second, int third) {
        return hash.first() == first && hash.second() == second && hash.third() == third;
    }
}
