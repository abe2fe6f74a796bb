package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.courier.Queue.Ready;
import java.util.HashSet;
import java.util.Set;

/** Who has requests under way: one per webhook, three per publisher, sixteen in all. */
final class Slots {
    static final int MOST = 16;
    static final int MOST_OF_PUBLISHER = 3;

    private final Set<Ready> taken = new HashSet<>();

    /** False when it has to wait. */
    synchronized boolean take(Ready webhook) {
        long ofPublisher =
                taken.stream().filter(t -> t.publisherId().equals(webhook.publisherId())).count();
        return taken.size() < MOST && ofPublisher < MOST_OF_PUBLISHER && taken.add(webhook);
    }

    synchronized void giveBack(Ready webhook) {
        taken.remove(webhook);
    }
}
