package io.seedhouse.tracker.swarm;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes swarms that share one clock and one bound on their peers. */
public final class Swarms {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Limits limits;
    private final Population population;

    /**
     * @param random decides which peers are told of; need not be secure, must be thread-safe
     */
    public Swarms(InstantSource clock, RandomGenerator random, Limits limits) {
        this.clock = clock;
        this.random = random;
        this.limits = limits;
        this.population = new Population(limits.peers());
    }

    /**
     * An empty swarm.
     *
     * @param completed downloads finished before this server started
     */
    public Swarm begin(long completed) {
        return new Swarm(clock, random, limits, population, completed);
    }
}
