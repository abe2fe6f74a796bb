package io.seedhouse.publisher.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is sent: {@code {id, type, timestamp, data}}. It names things and shows none: no
 * address, token or key is ever in it.
 *
 * @param id of the event; the header {@code webhook-id}
 * @param at when it happened
 * @param body JSON
 */
public record Message(UUID id, String type, Instant at, String body) {

    public static Message of(UUID id, String type, Instant at, JsonObject data) {
        String body =
                Json.createObjectBuilder()
                        .add("id", id.toString())
                        .add("type", type)
                        .add("timestamp", at.toString())
                        .add("data", data)
                        .build()
                        .toString();
        return new Message(id, type, at, body);
    }

    static Message ping(Instant now) {
        return of(UUID.randomUUID(), EventType.PING, now, JsonObject.EMPTY_JSON_OBJECT);
    }
}
