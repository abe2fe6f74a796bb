package io.seedhouse.publisher.event;

import io.seedhouse.publisher.Json;
import io.seedhouse.publisher.language.Reader;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Somebody who is told of a bundle. What has not left yet is not added to: a slow listener hears of
 * fewer steps on the way, never of an older state after a newer one.
 */
public final class Listener {
    static final Duration LONGEST = Duration.ofMinutes(30);
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** A client that takes nothing for so long is gone. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Jsonb JSON = new Json().getContext(Story.class);

    private final SseEventSink sink;
    private final Sse sse;
    private final UUID publisherId;
    private final UUID bundleId;
    private final Reader reader;
    private final Instant began;
    private final Map<String, String> told = new HashMap<>();
    private Instant spoke;
    private CompletableFuture<?> leaving = CompletableFuture.completedFuture(null);

    Listener(
            SseEventSink sink,
            Sse sse,
            UUID publisherId,
            UUID bundleId,
            Reader reader,
            Instant now) {
        this.sink = sink;
        this.sse = sse;
        this.publisherId = publisherId;
        this.bundleId = bundleId;
        this.reader = reader;
        this.began = now;
        this.spoke = now;
    }

    UUID publisherId() {
        return publisherId;
    }

    UUID bundleId() {
        return bundleId;
    }

    Reader reader() {
        return reader;
    }

    /** Tells what is new since the last time; something at least every {@link #SILENCE}. */
    void tell(List<Story> all, Instant now) {
        if (!leaving.isDone()) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (Story story : all) {
            known.add(story.key());
            tell(story, now);
        }
        for (String key : List.copyOf(told.keySet())) {
            if (!known.contains(key)) {
                told.remove(key);
                if (key.startsWith("file ")) {
                    UUID file = UUID.fromString(key.substring("file ".length()));
                    send(event(JSON.toJson(Story.Gone.of(file))), now);
                }
            }
        }
        if (!now.isBefore(spoke.plus(SILENCE))) {
            send(sse.newEventBuilder().comment("still here").build(), now);
        }
    }

    private void tell(Story story, Instant now) {
        String json = JSON.toJson(story);
        if (!json.equals(told.put(story.key(), json))) {
            send(event(json), now);
        }
    }

    private OutboundSseEvent event(String json) {
        return sse.newEventBuilder()
                .mediaType(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .data(String.class, json)
                .build();
    }

    private void send(OutboundSseEvent event, Instant now) {
        if (sink.isClosed()) {
            return;
        }
        CompletionStage<?> sent = sink.send(event);
        leaving = CompletableFuture.allOf(leaving, sent.toCompletableFuture());
        spoke = now;
    }

    /** Whether there is nobody any more, or it is time to connect anew. */
    boolean isOver(Instant now) {
        return sink.isClosed()
                || leaving.isCompletedExceptionally()
                || !now.isBefore(began.plus(LONGEST))
                || (!leaving.isDone() && !now.isBefore(spoke.plus(PATIENCE)));
    }

    void close() {
        sink.close();
    }
}
