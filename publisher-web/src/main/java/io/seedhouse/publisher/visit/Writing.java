package io.seedhouse.publisher.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.SortedMap;

/** Brings the counts of this node into the database. Nothing that is counted waits for it. */
@ApplicationScoped
public class Writing {
    private static final Logger LOG = System.getLogger(Writing.class.getName());

    /** A node that begins the same count at the same moment makes one try fail. */
    private static final int TRIES = 3;

    @Inject Tally tally;
    @Inject VisitBook book;

    private boolean failing;

    /** What cannot be written now is kept for the next time; what fails for long is logged once. */
    public synchronized void write() {
        SortedMap<Counted, Long> taken = tally.take();
        for (int n = 1; n <= TRIES && !taken.isEmpty(); n++) {
            try {
                book.add(taken);
                failing = false;
                return;
            } catch (RuntimeException e) {
                if (n == TRIES) {
                    keep(taken, e);
                }
            }
        }
    }

    private void keep(SortedMap<Counted, Long> taken, RuntimeException e) {
        tally.giveBack(taken);
        if (!failing) {
            failing = true;
            LOG.log(Level.WARNING, "Visits could not be written; the next minute tries again.", e);
        }
    }
}
