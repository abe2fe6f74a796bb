package io.seedhouse.tracker.courtesy;

/**
 * What can be known of a swarm from outside.
 *
 * @param seeders peers that say they have everything
 * @param leechers peers that say they have not
 * @param completed downloads ever finished
 */
public record Crowd(long seeders, long leechers, long completed) {
    /** Nobody, as far as is known. */
    public static final Crowd UNKNOWN = new Crowd(0, 0, 0);
}
