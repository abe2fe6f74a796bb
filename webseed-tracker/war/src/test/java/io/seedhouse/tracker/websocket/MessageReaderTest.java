package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every message is read or refused, whatever is done to it. */
@Timeout(60)
class MessageReaderTest {
    private final MessageReader reader = new MessageReader();

    private static String message() {
        JsonObject offer =
                Json.createObjectBuilder()
                        .add("offer_id", Browser.offerId("o"))
                        .add("offer", Browser.description("offer", "v=0\r\n\\\"\u00e9"))
                        .build();
        return Browser.message("announce", "\u00ff".repeat(20))
                .add("peer_id", "p".repeat(20))
                .add("left", 0)
                .add("event", "completed")
                .add("other", Json.createArrayBuilder().add(1.5).addNull().add(offer))
                .add("offers", Json.createArrayBuilder().add(offer))
                .build()
                .toString();
    }

    @Test
    void refusesEveryMessageThatEndsTooSoon() throws MalformedMessage {
        String whole = message();
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThrows(MalformedMessage.class, () -> reader.read(cut), cut);
        }
        Message.Announce read = (Message.Announce) reader.read(whole);
        assertTrue(read.complete());
        assertEquals("v=0\r\n\\\"\u00e9", read.offers().getFirst().description().sdp());
    }

    @Test
    void readsOrRefusesDamagedMessages() {
        Random random = new Random(16);
        String marks = "{}[]\",:\\0-1.e tfn\u0000\u00ff\ud800";
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            StringBuilder damaged = new StringBuilder(message());
            for (int i = random.nextInt(4); i >= 0; i--) {
                char mark = marks.charAt(random.nextInt(marks.length()));
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, mark);
                    case 1 -> damaged.insert(at, mark);
                    default -> damaged.delete(at, at + random.nextInt(30));
                }
            }
            try {
                reader.read(damaged.toString());
            } catch (MalformedMessage e) {
                refused++;
            }
        }
        assertTrue(refused > 10_000, "" + refused);
    }
}
