package io.seedhouse.paygate.sandbox;

import com.stripe.net.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Posts signed events to the shop's webhook as Stripe does, only less patiently: four tries within
 * about half a minute, forgotten when the server stops. The success page fulfils an order whose
 * event was lost.
 */
record SandboxEvents(
        HttpClient http,
        ScheduledExecutorService executor,
        URI webhook,
        String secret,
        Clock clock) {
    private static final System.Logger LOG = System.getLogger(SandboxEvents.class.getName());
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A client for all of them. */
    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /**
     * Returns when the shop has answered once, as Stripe waits before it sends a buyer back: who
     * returns finds the order paid. Further tries follow in the background.
     */
    void send(String event) {
        deliver(event, 0).join();
    }

    private CompletableFuture<Void> deliver(String event, int attempt) {
        return http.sendAsync(request(event), HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> {
                    if (failure != null || answer.statusCode() != 200) {
                        repeat(event, attempt);
                    }
                    return null;
                });
    }

    private void repeat(String event, int attempt) {
        if (attempt < WAITS.size()) {
            var wait = WAITS.get(attempt).toMillis();
            executor.schedule(() -> deliver(event, attempt + 1), wait, TimeUnit.MILLISECONDS);
        } else {
            LOG.log(System.Logger.Level.WARNING, "The webhook took no event of the sandbox.");
        }
    }

    private HttpRequest request(String event) {
        return HttpRequest.newBuilder(webhook)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", sign(event))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
    }

    private String sign(String event) {
        var time = clock.instant().getEpochSecond();
        try {
            var mac = Webhook.Util.computeHmacSha256(secret, time + "." + event);
            return "t=%d,v1=%s".formatted(time, mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Leaves the secret out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SandboxEvents[" + webhook + "]";
    }
}
