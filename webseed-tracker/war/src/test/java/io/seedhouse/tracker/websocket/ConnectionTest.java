package io.seedhouse.tracker.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.statistics.Tally;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketFrameType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection holds for a client that takes nothing, without a socket and its buffers. */
class ConnectionTest {
    private static final long NOW = 1_000_000;

    private final AtomicLong together = new AtomicLong();
    private final List<WebSocketCallback<Void>> handed = new ArrayList<>();
    private final Stuck stuck = new Stuck();

    /** Nothing of what it hands over is taken until a test says so. */
    @SuppressWarnings("NullAway") // it has no channel
    private final class Stuck extends Connection {
        boolean dropped;

        Stuck() {
            super(
                    null,
                    new Visitor(1, false),
                    new Tally(),
                    new Backlog(together, Long.MAX_VALUE),
                    new Memory(10),
                    NOW);
        }

        @Override
        void hand(WebSocketFrameType type, ByteBuffer bytes, WebSocketCallback<Void> sent) {
            handed.add(sent);
        }

        @Override
        void onItsThread(Runnable task) {
            task.run();
        }

        @Override
        void drop() {
            dropped = true;
            isGone();
        }

        void say(boolean pong, int bytes) {
            if (pong) {
                pong(new byte[bytes]);
            } else {
                send(new byte[bytes]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 125", "true, 0", "false, 125", "false, 9000"})
    void isDroppedOnceTooMuchWaitsAndHandsOverOneFrameUntilThen(boolean pong, int bytes) {
        int most = Backlog.MOST / (bytes + Outbox.OVERHEAD);
        for (int i = 0; i < most; i++) {
            stuck.say(pong, bytes);
            assertFalse(stuck.dropped, "after " + i);
        }
        assertEquals(1, handed.size());
        stuck.say(pong, bytes);
        assertTrue(stuck.dropped);
        assertEquals(0, together.get());
    }

    @Test
    @SuppressWarnings("NullAway") // as Undertow calls it
    void holdsNothingOfWhatIsTaken() {
        for (int i = 0; i < 10_000; i++) {
            stuck.pong(new byte[125]);
            handed.getLast().complete(null, null);
        }
        assertEquals(10_000, handed.size());
        assertEquals(0, together.get());
    }

    @Test
    void isGivenItsTimeAlsoAfterALongSilence() {
        stuck.look(NOW);
        stuck.hear(NOW + 60_000);
        stuck.pong(new byte[125]);
        stuck.look(NOW + 60_000);
        assertFalse(stuck.dropped);
    }

    @Test
    void isDroppedWhenItTakesNothingForHalfAMinuteHoweverLittleWaits() {
        stuck.pong(new byte[125]);
        stuck.look(NOW);
        stuck.hear(NOW + 29_000);
        stuck.look(NOW + 30_000);
        assertFalse(stuck.dropped);
        stuck.look(NOW + 30_001);
        assertTrue(stuck.dropped);
    }
}
