package io.seedhouse.publisher.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.outgoing.Reach;
import io.seedhouse.publisher.outgoing.SafePost;
import io.seedhouse.publisher.outgoing.Sent;
import io.seedhouse.publisher.outgoing.Target;
import io.seedhouse.publisher.webhook.Secrets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sends what is due for one webhook, signed as Standard Webhooks 1.0.0 has it. */
final class Courier {
    private final Queue queue;
    private final Secrets secrets;
    private final Reach reach;
    private final SafePost post;
    private final InstantSource clock;

    Courier(Queue queue, Secrets secrets, Reach reach, SafePost post, InstantSource clock) {
        this.queue = queue;
        this.secrets = secrets;
        this.reach = reach;
        this.post = post;
        this.clock = clock;
    }

    /** Whether there was something, and it was taken: then there may be more. */
    boolean deliver(UUID webhookId) {
        Optional<Claim> claim = queue.claim(webhookId, clock.instant());
        return claim.isPresent() && queue.note(claim.get(), send(claim.get()), clock.instant());
    }

    /** The rules may have changed since the address was registered. */
    private Sent send(Claim claim) {
        byte[] body = claim.body().getBytes(UTF_8);
        try {
            return post.post(Target.of(claim.url(), reach), headers(claim, body), body);
        } catch (Invalid e) {
            return new Sent.Failed(e.sentence());
        }
    }

    private Map<String, String> headers(Claim claim, byte[] body) {
        String id = claim.eventId().toString();
        long second = claim.at().getEpochSecond();
        String signatures =
                claim.generations().stream()
                        .map(g -> secrets.of(claim.webhookId(), g).sign(id, second, body))
                        .collect(Collectors.joining(" "));
        return Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(second),
                "webhook-signature",
                signatures);
    }
}
