package io.seedhouse.publisher.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestBodies;
import io.seedhouse.publisher.cutting.Trouble;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest {
    static Stream<Task> tasks() {
        return Stream.of(
                Task.remux(),
                Task.frames(),
                Task.poster(null, null),
                Task.poster(61_500L, 1000L),
                Task.teaser(0, 300_000),
                Task.subtitles(2L, "pt-BR", true),
                Task.subtitles(null, null, false));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void isReadAsItWasKept(Task task) {
        assertEquals(task, Task.of(task.kind(), task.parameters()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kind':'burn'}",
                "{'kind':'teaser','from':0,'to':999}",
                "{'kind':'teaser','from':0,'to':300001}",
                "{'kind':'teaser','from':5000,'to':1000}",
                "{'kind':'teaser','from':-1,'to':5000}",
                "{'kind':'teaser','from':'0; rm','to':5000}",
                "{'kind':'poster','at':-1}",
                "{'kind':'poster','at':1,'centre':1001}",
                "{'kind':'subtitles','track':-1}",
                "{'kind':'subtitles','language':'../../etc'}",
                "{'kind':'subtitles','language':'e'}"
            })
    void refusesWhatIsOutOfBounds(String body) {
        assertThrows(Invalid.class, () -> Task.of(TestBodies.of(body.replace('\'', '"'))));
    }

    @Test
    void keepsTroubleWithItsDetails() {
        Trouble trouble = new Trouble("film.job.no-video", "a\tb.mp4");
        assertEquals(
                new Trouble("film.job.no-video", List.of("a b.mp4")), Trouble.of(trouble.text()));
        assertEquals("\"a b.mp4\" holds no film that can be read.", Trouble.of(trouble.text()).sentence());
    }
}
