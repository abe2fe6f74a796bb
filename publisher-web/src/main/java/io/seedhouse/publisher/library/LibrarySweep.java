package io.seedhouse.publisher.library;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Forgets ended links and sessions once an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class LibrarySweep {
    @Inject Links links;
    @Inject LibrarySessions sessions;

    @Schedule(hour = "*", minute = "41", persistent = false)
    void sweep() {
        Instant now = Instant.now();
        links.sweep(now);
        sessions.sweep(now);
    }
}
