package io.seedhouse.packager.cores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllCoresTest {
    @Test
    void tellsEveryUnitsResultInOrderOnTheCallingThread() throws IOException {
        List<Long> told = new ArrayList<>();
        new AllCores<Object>("test", 1000, (worker, unit) -> unit)
                .run(
                        Object::new,
                        result -> {
                            assertTrue(!Thread.currentThread().getName().startsWith("test-"));
                            told.add(result);
                        });
        assertEquals(LongStream.range(0, 1000).boxed().toList(), told);
    }

    @Test
    void givesAWorkerToOneUnitAtATime() throws IOException {
        new AllCores<AtomicBoolean>("test", 1000, AllCoresTest::alone)
                .run(AtomicBoolean::new, result -> {});
    }

    private static long alone(AtomicBoolean busy, long unit) {
        assertTrue(busy.compareAndSet(false, true), "two units have one worker");
        Thread.yield();
        busy.set(false);
        return unit;
    }

    @Test
    void makesNoMoreWorkersThanThereAreUnits() throws IOException {
        List<Object> made = new ArrayList<>();
        new AllCores<Object>("test", 1, (worker, unit) -> 0)
                .run(
                        () -> {
                            made.add("worker");
                            return made;
                        },
                        result -> {});
        assertEquals(1, made.size());
    }

    /** The later unit fails first, where there are two cores. */
    @Test
    void throwsTheForemostFailure() {
        CountDownLatch laterFailed = new CountDownLatch(cores() > 1 ? 1 : 0);
        IOException foremost = new IOException("unit 0");
        var work =
                new AllCores<Object>(
                        "test",
                        2,
                        (worker, unit) -> {
                            if (unit == 0) {
                                await(laterFailed);
                                throw foremost;
                            }
                            laterFailed.countDown();
                            throw new IOException("unit 1");
                        });
        assertSame(foremost, assertThrows(IOException.class, () -> work.run(Object::new, r -> {})));
    }

    @Test
    void endsTheUnitsUnderWayWhenInterrupted() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        var work =
                new AllCores<Object>(
                        "test",
                        1,
                        (worker, unit) -> {
                            caller.interrupt();
                            ended.set(!await(never));
                            return 0;
                        });
        assertThrows(ClosedByInterruptException.class, () -> work.run(Object::new, r -> {}));
        assertTrue(Thread.interrupted(), "the status is kept");
        assertTrue(ended.get(), "the unit was interrupted, and waited for");
    }

    @Test
    void noticesAnInterruptAlsoWhenResultsAreReady() {
        List<Long> told = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(3);
        var work =
                new AllCores<Object>(
                        "test",
                        3,
                        (worker, unit) -> {
                            done.countDown();
                            return unit;
                        });
        assertThrows(
                ClosedByInterruptException.class,
                () ->
                        work.run(
                                Object::new,
                                result -> {
                                    told.add(result);
                                    await(done);
                                    Thread.currentThread().interrupt();
                                }));
        assertTrue(Thread.interrupted(), "the status is kept");
        assertEquals(List.of(0L), told);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Answers false when interrupted. */
    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
