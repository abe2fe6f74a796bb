package io.seedhouse.publisher.cutting;

/** Nobody waits for the result any more, or the server goes down. */
public final class Interrupted extends RuntimeException {
    public Interrupted() {
        super("ended before it was done");
    }
}
