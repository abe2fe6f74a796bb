package io.seedhouse.publisher.upload;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Drops abandoned uploads once an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpiryTimer {
    @Inject Uploads uploads;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        uploads.dropExpired(Instant.now());
    }
}
