package io.seedhouse.publisher.courier;

import io.seedhouse.publisher.outgoing.Reach;
import io.seedhouse.publisher.outgoing.SafePost;
import io.seedhouse.publisher.outgoing.SystemNames;
import io.seedhouse.publisher.webhook.Deliveries;
import io.seedhouse.publisher.webhook.Secrets;
import io.seedhouse.publisher.webhook.WebhookSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/** Looks every second for events to pass on, from start to stop. Each node of several does. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookRounds {
    private static final Logger LOG = System.getLogger(WebhookRounds.class.getName());

    /** In seconds, so that the neighbouring modules have started. */
    private static final int FIRST = 5;

    private static final int PAUSE = 1;

    /** Full batches of facts in one round: other work of the round waits meanwhile. */
    private static final int MOST_BATCHES = 10;

    @Resource ManagedScheduledExecutorService executor;
    @Resource ManagedThreadFactory factory;
    @Inject FanOut fanOut;
    @Inject Queue queue;
    @Inject Secrets secrets;
    @Inject WebhookSettings settings;
    @Inject Deliveries deliveries;

    private ThreadPoolExecutor threads;
    private SystemNames names;
    private boolean failing;

    /** A key that cannot be used ends the start. */
    @PostConstruct
    void begin() {
        secrets.prepare();
        names = new SystemNames(factory);
        threads =
                new ThreadPoolExecutor(
                        Slots.MOST,
                        Slots.MOST,
                        30,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(Slots.MOST),
                        factory);
        threads.allowCoreThreadTimeOut(true);
        Dispatch dispatch = new Dispatch(queue, courier(), threads, InstantSource.system());
        executor.scheduleWithFixedDelay(() -> round(dispatch), FIRST, PAUSE, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    private Courier courier() {
        Reach reach = settings.reach();
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SafePost post = new SafePost(reach, names, tls, executor);
        return new Courier(queue, secrets, reach, post, InstantSource.system());
    }

    /** Nothing may end the rounds; what fails for long is logged once. */
    private void round(Dispatch dispatch) {
        try {
            int batches = 0;
            while (fanOut.round(Instant.now()) == FanOut.MOST && ++batches < MOST_BATCHES) {
                // there are more
            }
            dispatch.round();
            failing = false;
        } catch (RuntimeException | Error e) {
            report(e);
        }
    }

    private void sweep() {
        try {
            deliveries.sweep(Instant.now());
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private void report(Throwable e) {
        if (!failing) {
            failing = true;
            LOG.log(Level.ERROR, "A round of webhooks failed; the next one tries again.", e);
        }
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
        names.close();
    }
}
