package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.wire.ScrapeAnswer;
import io.seedhouse.tracker.wire.WireInfohash;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** What the tracker says, in JSON. */
final class Replies {
    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(Map.of());

    byte[] announced(WireInfohash infohash, int interval, int seeders, int leechers) {
        return announce(
                infohash,
                json ->
                        json.write("interval", interval)
                                .write("complete", seeders)
                                .write("incomplete", leechers));
    }

    byte[] offered(WireInfohash infohash, String peerId, Offer offer) {
        return carried(infohash, peerId, offer.id(), offer.description());
    }

    byte[] answered(Message.Answer answer) {
        return carried(answer.infohash(), answer.peerId(), answer.offerId(), answer.description());
    }

    private byte[] carried(
            WireInfohash infohash, String peerId, String offerId, Description description) {
        return announce(
                infohash,
                json ->
                        json.write("peer_id", peerId)
                                .write("offer_id", offerId)
                                .writeStartObject(description.type())
                                .write("type", description.type())
                                .write("sdp", description.sdp())
                                .writeEnd());
    }

    byte[] scraped(Map<WireInfohash, ScrapeAnswer.Counts> files, int least) {
        return object(json -> {
            json.write("action", "scrape").writeStartObject("files");
            files.forEach((infohash, counts) -> counted(json, infohash, counts));
            json.writeEnd().writeStartObject("flags");
            json.write("min_request_interval", least).writeEnd();
        });
    }

    private static void counted(
            JsonGenerator json, WireInfohash infohash, ScrapeAnswer.Counts counts) {
        json.writeStartObject(text(infohash))
                .write("complete", counts.seeders())
                .write("downloaded", counts.completed())
                .write("incomplete", counts.leechers())
                .writeEnd();
    }

    /** Of one torrent; the connection goes on. */
    byte[] refused(WireInfohash infohash, String why) {
        return announce(infohash, json -> json.write("failure reason", why));
    }

    /** Of a scrape; the connection goes on. */
    byte[] refused(String why) {
        return object(json -> json.write("action", "scrape").write("failure reason", why));
    }

    /** Of the connection, which ends. */
    byte[] failed(String sentence) {
        return object(json -> json.write("failure reason", sentence));
    }

    private byte[] announce(WireInfohash infohash, Consumer<JsonGenerator> fields) {
        return object(json -> {
            json.write("action", "announce").write("info_hash", text(infohash));
            fields.accept(json);
        });
    }

    private byte[] object(Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = generators.createGenerator(bytes, StandardCharsets.UTF_8)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEnd();
        }
        return bytes.toByteArray();
    }

    private static String text(WireInfohash infohash) {
        return new String(infohash.bytes(), StandardCharsets.ISO_8859_1);
    }
}
