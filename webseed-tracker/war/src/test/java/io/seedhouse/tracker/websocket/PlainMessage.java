package io.seedhouse.tracker.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.WireInfohash;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as a tree, read the plain way; for what {@link MessageReader} accepts. */
final class PlainMessage {
    private final JsonObject tree;

    PlainMessage(String text) {
        tree = Json.createReader(new StringReader(text)).readObject();
    }

    Message message() {
        if (text("action").equals("scrape")) {
            return new Message.Scrape(infohashes());
        }
        JsonObject answer = object("answer");
        return answer == null
                ? new Message.Announce(
                        infohashes().getFirst(),
                        text("peer_id"),
                        event(),
                        text("left").equals("0"),
                        offers())
                : new Message.Answer(
                        infohashes().getFirst(),
                        text("peer_id"),
                        text("to_peer_id"),
                        text("offer_id"),
                        new Description("answer", answer.getString("sdp")));
    }

    private AnnounceEvent event() {
        return Map.of(
                        "started", AnnounceEvent.STARTED,
                        "completed", AnnounceEvent.COMPLETED,
                        "stopped", AnnounceEvent.STOPPED)
                .getOrDefault(text("event"), AnnounceEvent.PERIODIC);
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        JsonValue list = tree.get("offers");
        if (list instanceof JsonArray array) {
            for (JsonObject each : array.getValuesAs(JsonObject.class)) {
                String sdp = each.getJsonObject("offer").getString("sdp");
                offers.add(new Offer(each.getString("offer_id"), new Description("offer", sdp)));
            }
        }
        String wanted = text("numwant");
        boolean small = wanted.length() <= 4 && wanted.chars().allMatch(Character::isDigit);
        int most = wanted.isEmpty() || !small ? 10 : Math.min(10, Integer.parseInt(wanted));
        return offers.subList(0, Math.min(most, offers.size()));
    }

    private List<WireInfohash> infohashes() {
        JsonValue value = tree.getOrDefault("info_hash", JsonValue.NULL);
        return switch (value) {
            case JsonString one -> List.of(infohash(one));
            case JsonArray several ->
                    several.getValuesAs(JsonString.class).stream()
                            .map(PlainMessage::infohash)
                            .toList();
            default -> List.of();
        };
    }

    private static WireInfohash infohash(JsonString text) {
        return WireInfohash.of(text.getString().getBytes(ISO_8859_1));
    }

    /** A string's text or a number's digits; nothing where there is neither. */
    private String text(String name) {
        JsonValue value = tree.getOrDefault(name, JsonValue.NULL);
        return value instanceof JsonString text
                ? text.getString()
                : value == JsonValue.NULL ? "" : value.toString();
    }

    private @Nullable JsonObject object(String name) {
        return tree.get(name) instanceof JsonObject object ? object : null;
    }
}
