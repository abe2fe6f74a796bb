package io.seedhouse.publisher.studio;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's webhooks, the form for a new one, and a secret that was just made.
 *
 * @param events all there are
 */
record WebhooksView(
        List<Row> rows,
        List<String> events,
        Form form,
        @Nullable Secret secret,
        @Nullable String refusal) {

    /**
     * One webhook.
     *
     * @param state a few words
     * @param since when that began; null where it does not matter
     * @param oldSecret when the secret before ends; null when it has
     */
    record Row(
            String id,
            String url,
            String events,
            String state,
            boolean well,
            boolean off,
            @Nullable Instant since,
            @Nullable Instant oldSecret,
            List<Line> deliveries) {}

    /** One delivery; a note says what was answered. */
    record Line(
            String id,
            String type,
            Instant at,
            String state,
            boolean well,
            @Nullable String note,
            @Nullable Instant next) {}

    /** What was typed and chosen. */
    record Form(String url, Set<String> events) {
        boolean has(String event) {
            return events.contains(event);
        }
    }

    /** Shown this once. */
    record Secret(String url, String text) {
        /** Leaves the secret out, so that it cannot reach a log. */
        @Override
        public String toString() {
            return "Secret[url=" + url + "]";
        }
    }
}
