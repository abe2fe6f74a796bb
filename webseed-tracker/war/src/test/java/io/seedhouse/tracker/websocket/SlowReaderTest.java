package io.seedhouse.tracker.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of those who take less than they make others send. The clock moves on with every
 * look at it, so that nobody is ever too fast.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SlowReaderTest extends WebSocketTest {
    private static final int TOGETHER = 256 * 1024;
    private static final int ONE_MORE = 1024;

    @Override
    LongSupplier clock() {
        return () -> millis.addAndGet(50);
    }

    @Override
    Bounds bounds() {
        return new Bounds(100, 100, TOGETHER, 1000);
    }

    /**
     * Mostly because too much waits to be sent. Now and then both systems wait for each other
     * instead: this client's, whose small buffer is full, takes no more acknowledgements either, so
     * both only repeat themselves, ever more seldom. Then too little waits, and it is dropped for
     * taking nothing; so the door's rounds must go on here.
     */
    @ParameterizedTest
    @ValueSource(ints = {RawSocket.TEXT, RawSocket.PING})
    void dropsWhoAsksAndNeverReadsAndServesOthersMeanwhile(int type) throws Exception {
        byte[] payload =
                type == RawSocket.PING
                        ? new byte[125]
                        : Browser.message("scrape", V1).build().toString().getBytes(UTF_8);
        byte[] frame = RawSocket.frame(type, payload);
        try (RawSocket slow = new RawSocket(tracker.port())) {
            await(() -> door.connections() == 1);
            Thread flood = Thread.startVirtualThread(() -> writeWithoutEnd(slow, frame));
            while (door.connections() == 1) {
                assertEquals(200, tracker.client().get("/tracker/stats").status());
                door.round();
            }
            slow.close();
            flood.join();
        }
        await(() -> door.backlog() == 0);
    }

    private static void writeWithoutEnd(RawSocket slow, byte[] frame) {
        try {
            while (true) {
                slow.write(frame);
            }
        } catch (IOException dropped) {
            // as it should be
        }
    }

    /** What waits of the answers must not end an honest page. */
    @Test
    void answersABurstThatComesAllAtOnce() throws Exception {
        String scrape = Browser.message("scrape", V1).build().toString();
        byte[] frame = RawSocket.frame(RawSocket.TEXT, scrape.getBytes(UTF_8));
        ByteBuffer burst = ByteBuffer.allocate(Allowance.BURST * frame.length);
        while (burst.hasRemaining()) {
            burst.put(frame);
        }
        try (RawSocket page = new RawSocket(tracker.port())) {
            page.write(burst.array());
            for (int answers = 0; answers < Allowance.BURST; answers++) {
                page.readUntil("min_request_interval");
            }
        }
    }

    /** Each holds less than one may, and together they would hold more than all may. */
    @Test
    void dropsWhoHoldsMuchWhenAllTogetherHoldTooMuch() throws Exception {
        byte[] whole = RawSocket.frame(RawSocket.TEXT, new byte[60 * 1024]);
        Browser honest = browser("honest");
        List<RawSocket> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RawSocket one = new RawSocket(tracker.port());
            one.write(Arrays.copyOf(whole, whole.length - 1));
            many.add(one);
        }
        await(() -> door.connections() <= 1 + TOGETHER / (60 * 1024));
        assertTrue(door.backlog() <= TOGETHER, "" + door.backlog());
        assertEquals(1, honest.ask(honest.announce(V1, 0)).getInt("complete"));
        for (RawSocket each : many) {
            each.close();
        }
        await(() -> door.backlog() == 0);
    }

    private static void await(BooleanSupplier expected) {
        while (!expected.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "in vain");
            Thread.onSpinWait();
        }
    }
}
