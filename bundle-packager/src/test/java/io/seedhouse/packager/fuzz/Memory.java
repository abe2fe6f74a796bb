package io.seedhouse.packager.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a reader to memory in proportion to its input. All bytes that it allocates count, also
 * those that it drops at once.
 *
 * @param fixed bytes that any input may take
 * @param perByte bytes more for each byte of the input
 */
public record Memory(long fixed, long perByte) {
    /** Property: set when the fuzzer watches; the greediest input is then told at the end. */
    static final String WATCHED = "seedhouse.fuzz.watched";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TRIES = 3;

    /** The fuzzer allocates too whenever the reader compares: nine times as much was seen. */
    private static final int WHEN_WATCHED = 16;

    private static double greediest;
    private static String greed = "nothing was read";

    static {
        if (Boolean.getBoolean(WATCHED)) {
            var report = new Thread(() -> System.err.println("memory: " + greed));
            Runtime.getRuntime().addShutdownHook(report);
        }
    }

    /** What reads an input. */
    @FunctionalInterface
    public interface Reader<T> {
        T read() throws IOException;
    }

    /**
     * What the reader answers.
     *
     * @throws IOException what the reader throws
     * @throws AssertionError when it allocates too much for an input of this length
     */
    public <T> T bound(int length, Reader<T> reader) throws IOException {
        IOException failure = null;
        T answer = null;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            answer = reader.read();
        } catch (IOException e) {
            failure = e;
        }
        check(length, THREADS.getCurrentThreadAllocatedBytes() - before, reader);
        return answerOr(answer, failure);
    }

    private static <T> T answerOr(@Nullable T answer, @Nullable IOException failure)
            throws IOException {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(answer);
    }

    /** The first to meet some case loads classes on its account: only what repeats counts. */
    private void check(int length, long used, Reader<?> reader) {
        long most = (fixed + perByte * length) * (Boolean.getBoolean(WATCHED) ? WHEN_WATCHED : 1);
        long least = used;
        for (int i = 0; i < TRIES && (double) least / most > greediest; i++) {
            least = Math.min(least, measure(reader));
        }
        if (least > most) {
            throw new AssertionError(
                    "%d bytes of input take %d of memory, more than %d"
                            .formatted(length, least, most));
        }
        remember(length, least, (double) least / most);
    }

    private static long measure(Reader<?> reader) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reader.read();
        } catch (IOException e) {
            // Refusing must be as cheap as reading.
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void remember(int length, long used, double share) {
        if (share > greediest) {
            greediest = share;
            greed =
                    "an input of %d bytes takes %d bytes, %.0f %% of the bound"
                            .formatted(length, used, 100 * share);
        }
    }
}
