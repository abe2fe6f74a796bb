package io.seedhouse.tracker.peer;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.torrent.Announced;
import io.seedhouse.tracker.wire.WireInfohash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The info dictionaries of admitted torrents: read from their files when somebody asks, and the
 * ones asked for last kept in memory. What could not be read is tried again after a minute. Only so
 * much is read in a second, since a stranger who names one torrent after the other would keep our
 * only thread busy with reading and hashing. For one thread only.
 */
final class InfoDictionaries {
    private static final System.Logger LOG = System.getLogger(InfoDictionaries.class.getName());

    private static final long RETRY_MILLIS = 60_000;

    /** Counted for each entry, so that small ones cannot be without number. */
    private static final int OVERHEAD = 512;

    /** Bytes of files; reading and hashing them takes a tenth of a second at most. */
    static final int READ_PER_SECOND = 16 << 20;

    /** What reading the smallest file counts for. */
    static final int LEAST_READ = 64 << 10;

    private final AdmittedTorrents admitted;
    private final Path folder;
    private final int bound;
    private final LongSupplier clock;
    private final Allowance reading;
    private final Map<Infohash, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * @param folder holds {@code {bundleId}.torrent} for each bundle
     * @param bound bytes kept; the one in use is kept whatever its size
     * @param clock in milliseconds
     */
    InfoDictionaries(AdmittedTorrents admitted, Path folder, int bound, LongSupplier clock) {
        this.admitted = admitted;
        this.folder = folder;
        this.bound = bound;
        this.clock = clock;
        this.reading = new Allowance(READ_PER_SECOND, clock.getAsLong());
    }

    /** That of an admitted torrent, when its file can be read now; null otherwise. */
    @Nullable InfoDictionary find(WireInfohash infohash) {
        return admitted.announced(infohash).map(Announced::torrent).map(this::of).orElse(null);
    }

    /** Bytes kept, each entry's own overhead included. */
    long bytes() {
        return bytes;
    }

    private @Nullable InfoDictionary of(Torrent torrent) {
        Entry entry = kept.get(torrent.v1());
        if (entry == null || entry.info() == null && clock.getAsLong() >= entry.retry()) {
            Path file = folder.resolve(torrent.bundleId() + ".torrent");
            if (!mayRead(file)) {
                return null;
            }
            entry = keep(torrent.v1(), read(file, torrent, entry == null));
        }
        return entry.info();
    }

    private boolean mayRead(Path file) {
        long size = Math.clamp(file.toFile().length(), LEAST_READ, InfoDictionary.LARGEST_TORRENT);
        return reading.take((int) size, clock.getAsLong());
    }

    private Entry read(Path file, Torrent torrent, boolean first) {
        try {
            return new Entry(InfoDictionary.read(file, torrent), 0);
        } catch (IOException e) {
            if (first) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Magnet links to bundle {0} do not resolve through us: {1}: {2}",
                        torrent.bundleId(),
                        file,
                        e.getMessage());
            }
            return new Entry(null, clock.getAsLong() + RETRY_MILLIS);
        }
    }

    private Entry keep(Infohash infohash, Entry entry) {
        Entry before = kept.put(infohash, entry);
        bytes += entry.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Entry> eldest = kept.values().iterator();
        while (bytes > bound && kept.size() > 1) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
        return entry;
    }

    /**
     * @param retry when to try again, by the clock, where there is none
     */
    private record Entry(@Nullable InfoDictionary info, long retry) {
        int bytes() {
            return OVERHEAD + (info == null ? 0 : info.size());
        }
    }
}
