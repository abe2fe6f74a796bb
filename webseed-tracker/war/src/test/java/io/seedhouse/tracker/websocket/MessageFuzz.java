package io.seedhouse.tracker.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.packager.fuzz.Memory;
import io.seedhouse.packager.fuzz.Shown;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Any text is either refused in one sentence or read as {@link PlainMessage} reads it, and what is
 * carried on of it arrives unchanged.
 */
public final class MessageFuzz {
    static final String INFOHASH = "a".repeat(20);

    private static final Memory MEMORY = new Memory(64 << 10, 256);
    private static final MessageReader READER = new MessageReader();
    private static final Replies REPLIES = new Replies();
    private static final String BEGUN =
            "{\"action\":\"announce\",\"info_hash\":\""
                    + INFOHASH
                    + "\",\"peer_id\":\""
                    + "p".repeat(20)
                    + "\",";

    /** One of the two. */
    private record Read(@Nullable Message message, String refusal) {}

    private MessageFuzz() {}

    /** Called for each input: as it is, as the end of an announce, and inside a description. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text = new String(input, UTF_8);
        check(text);
        check(BEGUN + text);
        ordinary(text);
    }

    private static void check(String text) throws IOException {
        Read read = MEMORY.bound(text.length(), () -> read(text));
        if (read.message() == null) {
            require(
                    read.refusal().endsWith(".")
                            && read.refusal().length() < 120
                            && Shown.safely(read.refusal()),
                    "no sentence: " + read.refusal());
        } else {
            // A tree does not tell whether a zero was written with a sign.
            require(
                    text.contains("-0") || read.message().equals(new PlainMessage(text).message()),
                    "misread: " + read.message());
            carry(read.message());
        }
    }

    private static Read read(String text) {
        try {
            return new Read(READER.read(text), "");
        } catch (MalformedMessage e) {
            return new Read(null, e.sentence());
        }
    }

    private static void carry(Message message) {
        switch (message) {
            case Message.Announce says -> {
                require(says.offers().size() <= Message.Announce.MOST_OFFERS, "too many offers");
                for (Offer offer : says.offers()) {
                    byte[] carried = REPLIES.offered(says.infohash(), says.peerId(), offer);
                    checkCarried(carried, offer.id(), offer.description());
                }
            }
            case Message.Answer says ->
                    checkCarried(REPLIES.answered(says), says.offerId(), says.description());
            case Message.Scrape _ -> {}
        }
    }

    private static void checkCarried(byte[] carried, String offerId, Description description) {
        JsonObject reply = Json.createReader(new ByteArrayInputStream(carried)).readObject();
        JsonObject half = reply.getJsonObject(description.type());
        String sdp = new String(description.sdp().getBytes(UTF_8), UTF_8);
        require(
                reply.getString("offer_id").equals(offerId)
                        && half.getString("type").equals(description.type())
                        && half.getString("sdp").equals(sdp),
                "changed on its way");
        require(carried.length <= 400 + 6 * description.sdp().length(), "much longer than it was");
    }

    /** An announce as browsers write it is always read, whatever a description holds. */
    private static void ordinary(String text) throws IOException {
        String sdp = text.length() > 64 ? text : text.repeat(3);
        String message =
                Browser.message("announce", INFOHASH)
                        .add("peer_id", "p".repeat(20))
                        .add("left", sdp.length())
                        .add("numwant", 1)
                        .add(
                                "offers",
                                Json.createArrayBuilder()
                                        .add(
                                                Json.createObjectBuilder()
                                                        .add("offer_id", "o".repeat(20))
                                                        .add(
                                                                "offer",
                                                                Browser.description("offer", sdp))))
                        .build()
                        .toString();
        Message read = Objects.requireNonNull(read(message).message(), message);
        require(
                read instanceof Message.Announce says
                        && says.complete() == sdp.isEmpty()
                        && says.offers().getFirst().description().sdp().equals(sdp),
                "an ordinary announce was misread");
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        String offer =
                "{\"offer_id\":\""
                        + "o".repeat(20)
                        + "\",\"offer\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\\u00e9\"}}";
        return Stream.of(
                        BEGUN + "\"left\":0,\"event\":\"completed\"}",
                        BEGUN + "\"left\":1e9,\"numwant\":5,\"offers\":[" + offer + "]}",
                        "\"numwant\":1,\"offers\":[" + offer + "," + offer + "]}",
                        "\"to_peer_id\":\""
                                + "q".repeat(20)
                                + "\",\"offer_id\":\""
                                + "o".repeat(20)
                                + "\",\"answer\":{\"type\":\"answer\",\"sdp\":\"\"}}",
                        "{\"action\":\"scrape\",\"info_hash\":[\"" + INFOHASH + "\"]}",
                        "{\"action\":\"scrape\"}",
                        "\"left\":-1}",
                        "\"left\":null,\"event\":null,\"offers\":null,\"answer\":null}",
                        "\"other\":[{\"a\":[[[[[[[[[[]]]]]]]]]]}]}",
                        "\"event\":\"stopped\",\"x\":{\"y\":[1,2.5e-3,true,\"\\ud83d\\ude00\"]}}",
                        "{}{}",
                        "[")
                .map(text -> text.getBytes(UTF_8));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return Stream.of(
                        "{\"",
                        "\":\"",
                        "\",\"",
                        "null",
                        "[{",
                        "}]}",
                        "\"action\":\"scrape\"",
                        "\"info_hash\":",
                        "\"offers\":[",
                        "\"offer\":{\"type\":\"offer\",\"sdp\":\"",
                        "\"offer_id\":\"" + "o".repeat(20) + "\"",
                        "\"to_peer_id\":\"" + "q".repeat(20) + "\"",
                        "\"answer\":{\"type\":\"answer\",\"sdp\":\"",
                        "\"event\":\"stopped\"",
                        "\"completed\"",
                        "\"started\"",
                        "\"numwant\":",
                        "\"left\":",
                        "\\u00ff",
                        "\\ud800",
                        INFOHASH)
                .map(word -> new String(word.getBytes(UTF_8), ISO_8859_1))
                .toList();
    }
}
