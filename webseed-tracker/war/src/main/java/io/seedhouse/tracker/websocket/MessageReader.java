package io.seedhouse.tracker.websocket;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages without building a tree of them. What we do not use is passed over, and no number
 * is ever computed from more digits than it may have.
 */
final class MessageReader {
    private static final int DEEPEST = 8;

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

    /**
     * @throws MalformedMessage saying what a client must do otherwise
     */
    Message read(String text) throws MalformedMessage {
        Fields fields = new Fields();
        try (JsonParser json = parsers.createParser(new StringReader(text))) {
            if (json.next() != Event.START_OBJECT) {
                throw new MalformedMessage("A message must be a JSON object.");
            }
            while (json.next() != Event.END_OBJECT) {
                read(json, json.getString(), fields);
            }
            if (json.hasNext()) {
                throw new MalformedMessage("A message must be one JSON object.");
            }
        } catch (JsonException | NoSuchElementException notJson) {
            throw new MalformedMessage("A message must be a JSON object.");
        }
        return fields.message();
    }

    private static void read(JsonParser json, String name, Fields fields) throws MalformedMessage {
        switch (name) {
            case "action" -> fields.action = string(json, name);
            case "info_hash" -> fields.infohashes = infohashes(json);
            case "peer_id" -> fields.peerId = string(json, name);
            case "to_peer_id" -> fields.toPeerId = string(json, name);
            case "offer_id" -> fields.offerId = string(json, name);
            case "event" -> fields.event = string(json, name);
            case "left" -> fields.left = number(json, name);
            case "numwant" -> fields.wanted = number(json, name);
            case "offers" -> fields.offers = offers(json);
            case "answer" -> fields.answer = description(json, "answer");
            default -> pass(json);
        }
    }

    private static List<String> infohashes(JsonParser json) throws MalformedMessage {
        List<String> values = new ArrayList<>();
        switch (json.next()) {
            case VALUE_STRING -> values.add(json.getString());
            case VALUE_NULL -> {}
            case START_ARRAY -> {
                for (Event event = json.next(); event != Event.END_ARRAY; event = json.next()) {
                    if (event != Event.VALUE_STRING) {
                        throw new MalformedMessage("The info_hash must list strings.");
                    }
                    values.add(json.getString());
                }
            }
            default -> throw new MalformedMessage("The info_hash must be a string or a list.");
        }
        return values;
    }

    private static List<Offer> offers(JsonParser json) throws MalformedMessage {
        List<Offer> offers = new ArrayList<>();
        Event event = json.next();
        if (event == Event.VALUE_NULL) {
            return offers;
        }
        if (event != Event.START_ARRAY) {
            throw new MalformedMessage("The offers must be a list.");
        }
        while ((event = json.next()) != Event.END_ARRAY) {
            Offer offer = offer(json, event);
            if (offers.size() < Message.Announce.MOST_OFFERS) {
                offers.add(offer);
            }
        }
        return offers;
    }

    private static Offer offer(JsonParser json, Event start) throws MalformedMessage {
        String id = null;
        Description description = null;
        if (start == Event.START_OBJECT) {
            while (json.next() != Event.END_OBJECT) {
                switch (json.getString()) {
                    case "offer_id" -> id = string(json, "offer_id");
                    case "offer" -> description = description(json, "offer");
                    default -> pass(json);
                }
            }
        }
        if (description == null) {
            throw new MalformedMessage("The offers must be objects with offer and offer_id.");
        }
        return new Offer(Fields.twentyBytes("offer_id", id), description);
    }

    private static @Nullable Description description(JsonParser json, String type)
            throws MalformedMessage {
        Event start = json.next();
        if (start == Event.VALUE_NULL) {
            return null;
        }
        String said = null;
        String sdp = null;
        if (start == Event.START_OBJECT) {
            while (json.next() != Event.END_OBJECT) {
                switch (json.getString()) {
                    case "type" -> said = string(json, "type");
                    case "sdp" -> sdp = string(json, "sdp");
                    default -> pass(json);
                }
            }
        }
        if (!type.equals(said) || sdp == null || sdp.length() > Description.LONGEST) {
            throw new MalformedMessage(
                    "The %s must have the type %s and an sdp of at most %d characters."
                            .formatted(type, type, Description.LONGEST));
        }
        return new Description(type, sdp);
    }

    private static @Nullable String string(JsonParser json, String name) throws MalformedMessage {
        return switch (json.next()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> null;
            default -> throw new MalformedMessage("The " + name + " must be a string.");
        };
    }

    /** As it was written: infinity and the like, which a client may mean, arrive as null. */
    private static @Nullable String number(JsonParser json, String name) throws MalformedMessage {
        return switch (json.next()) {
            case VALUE_NUMBER -> json.getString();
            case VALUE_NULL -> null;
            default -> throw new MalformedMessage("The " + name + " must be a number.");
        };
    }

    /** Not by the parser's own skipping, which never returns when the text ends too soon. */
    private static void pass(JsonParser json) throws MalformedMessage {
        int depth = 0;
        do {
            switch (json.next()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new MalformedMessage("A message must not be nested that deep.");
            }
        } while (depth > 0);
    }
}
