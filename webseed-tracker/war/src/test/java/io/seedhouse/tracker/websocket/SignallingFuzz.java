package io.seedhouse.tracker.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever browsers say, in whatever order, offers reach peers of the same torrent and answers
 * reach who made the offer; {@link WatchedSignalling} says what is held against it.
 *
 * <p>An input is a row of steps of a byte for who and what, a byte that says more, and for a
 * message as it comes two bytes with its length and its text.
 */
public final class SignallingFuzz {
    private static final int STEP = 2;
    private static final int WHO = 0b111;
    private static final String[] EVENTS = {"", "started", "completed", "stopped"};

    private static final int SAY = 0;
    private static final int ANNOUNCE = 1;
    private static final int ANSWER = 2;
    private static final int SCRAPE = 3;
    private static final int WAIT = 4;
    private static final int GO = 5;
    private static final int TIDY = 6;
    private static final int RETIRE = 7;

    private SignallingFuzz() {}

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        WatchedSignalling tracker = new WatchedSignalling();
        ByteBuffer steps = ByteBuffer.wrap(input);
        while (steps.remaining() >= STEP) {
            int what = steps.get();
            step(tracker, what & WHO, what >> 3 & 7, steps.get() & 0xff, steps);
            tracker.checkNumbers();
        }
        tracker.allGo();
    }

    private static void step(
            WatchedSignalling tracker, int who, int what, int more, ByteBuffer steps) {
        switch (what) {
            case SAY -> tracker.say(who, text(who, more, steps));
            case ANNOUNCE -> tracker.say(who, announce(who, more));
            case ANSWER -> tracker.answer(who, more);
            case SCRAPE -> tracker.say(who, "{\"action\":\"scrape\"," + infohash(more) + "}");
            case WAIT -> tracker.pass(more * 250L);
            case GO -> tracker.comesAgain(who);
            case TIDY -> tracker.tidy();
            default -> tracker.retireOrAdmit();
        }
    }

    private static String text(int who, int more, ByteBuffer steps) {
        if (steps.remaining() < 2) {
            return "";
        }
        byte[] text = new byte[Math.min(steps.getChar() & 0xfff, steps.remaining())];
        steps.get(text);
        return ((more & 1) == 0 ? "" : begun(who, more)) + new String(text, UTF_8);
    }

    private static String announce(int who, int more) {
        StringBuilder text = new StringBuilder(begun(who, more));
        text.append("\"left\":").append(more >> 2 & 1);
        text.append(",\"event\":\"").append(EVENTS[more >> 3 & 3]).append("\",\"offers\":[");
        for (int i = more >> 5; i > 0; i--) {
            text.append("{\"offer_id\":\"").append((char) ('0' + i)).append("o".repeat(19));
            text.append("\",\"offer\":{\"type\":\"offer\",\"sdp\":\"s").append(who).append("\"}}");
            text.append(i > 1 ? "," : "");
        }
        return text.append("]}").toString();
    }

    private static String begun(int who, int more) {
        return "{\"action\":\"announce\",%s,\"peer_id\":\"%s\","
                .formatted(infohash(more), String.valueOf(who).repeat(20));
    }

    private static String infohash(int more) {
        return "\"info_hash\":\"" + WatchedSignalling.INFOHASHES.get(more & 3) + "\"";
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        return Stream.of(
                row(0, ANNOUNCE, 0x00, 1, ANNOUNCE, 0x20, 0, ANSWER, 0, 0, ANSWER, 0),
                row(0, ANNOUNCE, 0x04, 1, ANNOUNCE, 0xe0, 2, ANNOUNCE, 0xe4, 3, SCRAPE, 0),
                row(0, ANNOUNCE, 0x00, 1, ANNOUNCE, 0x21, 1, ANNOUNCE, 0x20, 0, ANSWER, 1),
                row(0, ANNOUNCE, 0x00, 1, ANNOUNCE, 0x20, 1, GO, 0, 0, ANSWER, 0),
                row(0, ANNOUNCE, 0x00, 0, ANNOUNCE, 0x10, 0, ANNOUNCE, 0x18, 0, ANNOUNCE, 0x10),
                row(
                        0, ANNOUNCE, 0x02, 1, ANNOUNCE, 0x20, 0, RETIRE, 0, 1, ANNOUNCE, 0x20, 0,
                        TIDY, 0),
                row(
                        0, ANNOUNCE, 0, 1, ANNOUNCE, 0x20, 0, WAIT, 240, 0, ANSWER, 0, 1, ANNOUNCE,
                        0x20),
                row(0, ANNOUNCE, 3, 1, SCRAPE, 3, 2, TIDY, 0, 0, RETIRE, 0, 0, RETIRE, 0),
                said(0, "{}"),
                said(1, "\"offers\":[]}"),
                said(0, "{\"action\":\"scrape\",\"info_hash\":[]}"));
    }

    private static byte[] row(int... steps) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (int i = 0; i + 2 < steps.length; i += 3) {
            row.write(steps[i] | steps[i + 1] << 3);
            row.write(steps[i + 2]);
        }
        return row.toByteArray();
    }

    private static byte[] said(int more, String text) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes(row(0, ANNOUNCE, 0, 1, SAY, more));
        row.write(text.length() >> 8);
        row.write(text.length());
        row.writeBytes(text.getBytes(UTF_8));
        return row.toByteArray();
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return Stream.of(
                        row(0, ANNOUNCE, 0x20),
                        row(1, ANNOUNCE, 0xe0),
                        row(2, ANNOUNCE, 0x04),
                        row(3, ANNOUNCE, 0x41),
                        row(0, ANNOUNCE, 0x18),
                        row(1, ANNOUNCE, 0x14),
                        row(0, ANSWER, 0),
                        row(1, ANSWER, 1),
                        row(0, WAIT, 121),
                        row(1, GO, 0),
                        row(0, TIDY, 0),
                        row(0, RETIRE, 0))
                .map(word -> new String(word, ISO_8859_1))
                .toList();
    }
}
