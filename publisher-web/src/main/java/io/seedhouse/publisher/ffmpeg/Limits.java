package io.seedhouse.publisher.ffmpeg;

import java.time.Duration;

/**
 * What one run may take.
 *
 * @param time from start to end; as much of each processor
 * @param outputBytes of each file it writes
 * @param memoryBytes of its address space
 */
public record Limits(Duration time, long outputBytes, long memoryBytes) {
    /** Enough to decode 8K, and no more than a small server can spare. */
    private static final long MEMORY = 4L << 30;

    public Limits(Duration time, long outputBytes) {
        this(time, outputBytes, MEMORY);
    }
}
