package io.seedhouse.publisher.swarm;

import io.seedhouse.tracker.api.Deliveries;
import io.seedhouse.tracker.api.Deliveries.Delivered;
import io.seedhouse.tracker.api.Torrents;
import io.seedhouse.tracker.api.Torrents.Swarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at all swarms. Of several nodes one notes the peers of a stretch; each adds the bytes that
 * its own web seed sent, since nobody else knows of them.
 */
@ApplicationScoped
public class Sampler {
    private static final Logger LOG = System.getLogger(Sampler.class.getName());

    /** A node that begins the same stretch at the same moment makes one try fail. */
    private static final int TRIES = 3;

    @Inject SwarmBook book;
    @Inject Torrents torrents;
    @Inject Deliveries deliveries;

    /** What this node's tracker had counted when it was last written. */
    private final Map<UUID, Delivered> read = new HashMap<>();

    /** What cannot be written is part of the next look. */
    public synchronized void look(Instant now) {
        Map<UUID, Delivered> reading = new LinkedHashMap<>();
        book.served().forEach(id -> delivered(id).ifPresent(d -> reading.put(id, d)));
        List<Stretch> looks = new ArrayList<>();
        reading.forEach((id, delivered) -> looks.add(stretch(id, now, gained(id, delivered))));
        write(looks);
        read.putAll(reading);
        book.thin(now);
    }

    private void write(List<Stretch> looks) {
        for (int n = 1; ; n++) {
            try {
                book.note(looks);
                return;
            } catch (RuntimeException e) {
                if (n == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Stretch stretch(UUID id, Instant now, Gained gained) {
        Swarm swarm = torrents.swarm(id).orElse(new Swarm(0, 0, 0));
        return new Stretch(
                id,
                Span.LOOK,
                Span.LOOK.began(now),
                1,
                swarm.seeders(),
                swarm.leechers(),
                gained.completed(),
                gained.sent(),
                gained.needed());
    }

    private Gained gained(UUID id, Delivered now) {
        Delivered before = read.get(id);
        return before == null ? Gained.sinceStart(now) : Gained.between(before, now);
    }

    /** Content that cannot be read ends no look at the others. */
    private Optional<Delivered> delivered(UUID id) {
        try {
            return deliveries.of(id);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The deliveries of bundle " + id + " could not be read", e);
            return Optional.empty();
        }
    }
}
