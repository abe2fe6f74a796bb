package io.seedhouse.publisher.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.publisher.bundle.Progress;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.plugins.providers.sse.SseImpl;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final UUID FILE = UUID.randomUUID();
    private static final Instant BEGAN = Instant.parse("2026-12-01T12:00:00Z");
    private static final Story DRAFT = new Story.OfBundle("bundle", "draft", null, new Progress(0, 9, null));

    private final Sink sink = new Sink();
    private final Listener listener =
            new Listener(
                    sink,
                    new SseImpl(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    Reader.of(Language.ENGLISH),
                    BEGAN);

    /** Remembers what was sent; it leaves at once unless it is stuck. */
    private static final class Sink implements SseEventSink {
        final List<String> sent = new ArrayList<>();
        CompletableFuture<Object> leaving = CompletableFuture.completedFuture("");
        boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            sent.add(event.getData() == null ? "#" + event.getComment() : event.getData().toString());
            return leaving;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void beginsWithEverythingAndThenTellsWhatIsNew() {
        listener.tell(List.of(DRAFT, file(false)), BEGAN);
        assertEquals(2, sink.sent.size());
        assertTrue(sink.sent.getFirst().contains("\"type\":\"bundle\""));
        listener.tell(List.of(DRAFT, file(false)), BEGAN);
        assertEquals(2, sink.sent.size());
        listener.tell(List.of(DRAFT, file(true)), BEGAN);
        assertEquals(3, sink.sent.size());
        assertTrue(sink.sent.getLast().contains("\"complete\":true"));
    }

    @Test
    void saysWhichFileIsGone() {
        listener.tell(List.of(DRAFT, file(true)), BEGAN);
        listener.tell(List.of(DRAFT), BEGAN);
        assertTrue(sink.sent.getLast().contains("\"type\":\"gone\""));
        assertTrue(sink.sent.getLast().contains(FILE.toString()));
    }

    @Test
    void breaksLongSilence() {
        listener.tell(List.of(DRAFT), BEGAN);
        listener.tell(List.of(DRAFT), BEGAN.plusSeconds(14));
        assertEquals(1, sink.sent.size());
        listener.tell(List.of(DRAFT), BEGAN.plusSeconds(15));
        assertTrue(sink.sent.getLast().startsWith("#"));
    }

    @Test
    void addsNothingToWhatHasNotLeftYetAndGivesUpAfterAMinute() {
        sink.leaving = new CompletableFuture<>();
        listener.tell(List.of(DRAFT), BEGAN);
        listener.tell(List.of(DRAFT, file(true)), BEGAN.plusSeconds(59));
        assertEquals(1, sink.sent.size());
        assertFalse(listener.isOver(BEGAN.plusSeconds(59)));
        assertTrue(listener.isOver(BEGAN.plusSeconds(60)));
        sink.leaving.complete("");
        listener.tell(List.of(DRAFT, file(true)), BEGAN.plusSeconds(61));
        assertEquals(2, sink.sent.size());
    }

    @Test
    void endsAfterHalfAnHourAndWhenItsReaderIsGone() {
        assertFalse(listener.isOver(BEGAN.plusSeconds(1799)));
        assertTrue(listener.isOver(BEGAN.plusSeconds(1800)));
        sink.closed = true;
        assertTrue(listener.isOver(BEGAN));
    }

    private static Story file(boolean complete) {
        return new Story.OfFile("file", FILE, "film.mp4", "paid", 9, complete);
    }
}
