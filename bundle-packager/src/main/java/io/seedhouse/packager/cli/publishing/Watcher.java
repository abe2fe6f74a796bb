package io.seedhouse.packager.cli.publishing;

/** Is told how far a publishing is. */
public interface Watcher {
    /**
     * A part of the work begins; the one before it is done.
     *
     * @param what such as {@code uploading film.mp4}
     * @param bytes to do in it
     */
    void begin(String what, long bytes);

    /** More of the part that began last is done. */
    void advance(long bytes);

    /** The server is to be tried again, in so many seconds. */
    void waiting(String why, long seconds);
}
