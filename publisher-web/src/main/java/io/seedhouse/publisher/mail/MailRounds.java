package io.seedhouse.publisher.mail;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.publisher.notice.AccountNotices;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks for mail to send every two seconds, from start to stop. Each node of several does. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class MailRounds {
    private static final Logger LOG = System.getLogger(MailRounds.class.getName());

    /** In seconds, so that the neighbouring modules have started. */
    private static final int FIRST = 5;

    private static final int PAUSE = 2;

    @Resource ManagedScheduledExecutorService executor;
    @Inject MailSettings settings;
    @Inject Notices notices;
    @Inject Letters letters;
    @Inject AccountNotices accountNotices;
    @Inject AccountLetters accountLetters;

    private boolean failing;

    /** Settings that are at fault end the start. */
    @PostConstruct
    void begin() {
        List<Outbox> outboxes =
                List.of(
                        new AccountsOutbox(accountNotices, accountLetters),
                        new BuyersOutbox(notices, letters));
        Dispatch dispatch = new Dispatch(outboxes, settings.post(executor));
        executor.scheduleWithFixedDelay(() -> round(dispatch), FIRST, PAUSE, TimeUnit.SECONDS);
    }

    /** Nothing may end the rounds; what fails for long is logged once. */
    private void round(Dispatch dispatch) {
        try {
            dispatch.round();
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                failing = true;
                LOG.log(Level.ERROR, "A round of mail failed; the next one tries again.", e);
            }
        }
    }
}
