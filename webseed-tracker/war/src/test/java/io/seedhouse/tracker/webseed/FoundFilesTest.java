package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

class FoundFilesTest {
    private static final SeedPath PATH = new SeedPath(UUID.randomUUID(), List.of("film.age"));
    private static final Seed.StoredFile FILM =
            new Seed.StoredFile(Path.of("film.age"), true, 10, Instant.EPOCH);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
    private final FoundFiles found = new FoundFiles(clock::get);

    @Test
    void knowsAFileForTwoSeconds() {
        found.put("film", PATH, FILM);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(2) - 1);
        assertEquals(new FoundFiles.Known(PATH, FILM), found.at("film"));
        clock.incrementAndGet();
        assertNull(found.at("film"));
    }

    @Test
    void knowsNothingThatItForgotOrWasNeverTold() {
        found.put("film", PATH, FILM);
        found.forget("film");
        assertNull(found.at("film"));
        assertNull(found.at("another"));
    }

    @Test
    void keepsNoPads() {
        found.put("pad", PATH, new Seed.Pad(5));
        assertNull(found.at("pad"));
    }

    @Test
    void isBoundedHoweverAnAddressIsSpelled() {
        IntStream.range(0, 5000).forEach(i -> found.put("film?" + i, PATH, FILM));
        long known = IntStream.range(0, 5000).filter(i -> found.at("film?" + i) != null).count();
        assertEquals(904, known);
        assertNotNull(found.at("film?4999"));
    }
}
