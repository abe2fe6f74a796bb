package io.seedhouse.paygate.sandbox.event;

import com.stripe.net.Webhook.Util;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Where the shop takes events. Source: docs.stripe.com/webhooks, "Verify webhook signatures
 * manually".
 *
 * @param secret what events are signed with
 * @param clock the shop's own: the age of a signature is checked
 */
public record Webhook(HttpClient http, URI address, String secret, Clock clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A client for all of them. */
    public static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /**
     * Posts an event and waits for at most ten seconds.
     *
     * @param twice whether to post it two times at once
     * @return whether it was taken, each time
     */
    boolean post(String event, boolean twice) {
        var first = send(event);
        var second = twice ? send(event) : first;
        return first.join() & second.join();
    }

    private CompletableFuture<Boolean> send(String event) {
        return http.sendAsync(request(event), HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() / 100 == 2);
    }

    private HttpRequest request(String event) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", sign(event))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
    }

    private String sign(String event) {
        var time = clock.instant().getEpochSecond();
        try {
            return "t=%d,v1=%s".formatted(time, Util.computeHmacSha256(secret, time + "." + event));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Leaves the secret out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Webhook[" + address + "]";
    }
}
