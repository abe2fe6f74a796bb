package io.seedhouse.publisher.account;

import io.seedhouse.publisher.notice.AccountNotices;
import io.seedhouse.publisher.notice.MailLinks;
import io.seedhouse.publisher.session.Sessions;
import io.seedhouse.publisher.token.Tokens;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Forgets ended sessions, tokens, links and notices once an hour. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountSweep {
    @Inject Sessions sessions;
    @Inject Tokens tokens;
    @Inject MailLinks links;
    @Inject AccountNotices notices;

    @Schedule(hour = "*", minute = "29", persistent = false)
    void sweep() {
        Instant now = Instant.now();
        sessions.sweep(now);
        tokens.sweep(now);
        links.sweep(now);
        notices.sweep(now);
    }
}
