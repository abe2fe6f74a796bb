package io.seedhouse.tracker.courtesy;

import io.seedhouse.tracker.wire.Household;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Paces all pulls of a web seed. Those that wait for the same limit take turns, with a share that
 * is the smaller the more pulls their client has under way; so a client gains nothing by opening
 * many connections.
 */
public final class Courtesy {
    /** More torrents than that are not remembered once nobody pulls them. */
    private static final int LANES = 10_000;

    private final Rates rates;
    private final CourtesyPolicy policy;
    private final Function<UUID, Crowd> crowds;
    private final Rate overall;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Trickles trickles = new Trickles();
    private final Map<Long, Integer> pullsOfClients = new ConcurrentHashMap<>();

    /**
     * @param crowds tells who is in the swarm of a bundle; asked often
     */
    public Courtesy(Rates rates, CourtesyPolicy policy, Function<UUID, Crowd> crowds) {
        this.rates = rates;
        this.policy = policy;
        this.crowds = crowds;
        this.overall = new Rate(rates.overall());
    }

    /** Without limits and without courtesy. */
    public static Courtesy none() {
        return new Courtesy(Rates.NONE, new CourtesyPolicy(0), bundle -> Crowd.UNKNOWN);
    }

    /**
     * Begins a pull.
     *
     * @param client its address; what counts of it, see {@link Household}, is kept until the pull
     *     is over and its small ranges are forgotten
     */
    public Pace begin(UUID bundle, byte[] client, Pull pull) {
        if (lanes.size() > LANES) {
            lanes.clear(); // pulls under way keep theirs; others begin with full buckets
        }
        long key = Household.of(client);
        pullsOfClients.merge(key, 1, Integer::sum);
        return new Pace(
                this, bundle, pull, key, lanes.computeIfAbsent(bundle, b -> new Lane(rates)));
    }

    /** Pulls under way. */
    public int pulls() {
        return pullsOfClients.values().stream().mapToInt(Integer::intValue).sum();
    }

    void end(long client) {
        pullsOfClients.computeIfPresent(client, (key, pulls) -> pulls == 1 ? null : pulls - 1);
    }

    int pullsOf(long client) {
        return pullsOfClients.getOrDefault(client, 1);
    }

    Rate overall() {
        return overall;
    }

    /** Where a pull's bytes are counted together with others, if they are. */
    Trickle trickle(UUID bundle, Pull pull, long client, long now) {
        return CourtesyPolicy.isSmall(pull) && !pull.player()
                ? trickles.of(client, bundle, now)
                : new Trickle();
    }

    boolean slows(UUID bundle, Pull pull, long together, Lane lane, long now) {
        Crowd crowd = crowds.apply(bundle);
        return policy.slows(pull, together, crowd, lane.progress.isStalled(crowd, now));
    }
}
