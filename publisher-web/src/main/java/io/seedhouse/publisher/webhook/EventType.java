package io.seedhouse.publisher.webhook;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a publisher's program can be told of. Those of orders and gifts are the paygate's facts. */
public enum EventType {
    ORDER_PAID("order.paid"),
    ORDER_REFUNDED("order.refunded"),
    ORDER_DISPUTED("order.disputed"),
    ORDER_RESTORED("order.restored"),
    ORDER_FRAUD_WARNED("order.fraud_warned"),
    GIFT_REDEEMED("gift.redeemed"),
    BUNDLE_PUBLISHED("bundle.published");

    /** Sent to try a webhook out; nobody need ask for it. */
    public static final String PING = "ping";

    private final String label;

    EventType(String label) {
        this.label = label;
    }

    /** As programs read it: {@code order.paid}. */
    public String label() {
        return label;
    }

    /** All of them. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(EventType::label).toList();
    }

    /**
     * Each once, in the order given.
     *
     * @throws Invalid when there is none, or one we do not know
     */
    static Set<String> require(List<String> wanted) {
        List<String> known = labels();
        if (wanted.isEmpty()) {
            throw new Invalid("events", say("webhook.events.none"));
        }
        wanted.stream()
                .filter(label -> !known.contains(label))
                .findFirst()
                .ifPresent(other -> {
                    throw new Invalid(
                            "events", say("webhook.events.unknown", String.join(", ", known)));
                });
        return new LinkedHashSet<>(wanted);
    }
}
