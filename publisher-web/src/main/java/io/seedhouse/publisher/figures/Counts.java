package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.publisher.visit.VisitBook.Daily;

/**
 * What was counted in some time.
 *
 * @param checkouts begun for money
 * @param bought orders for oneself that were paid
 * @param gifts orders for others that were paid
 * @param redeemed gifts that were redeemed
 * @param email orders for an address that was left
 * @param free orders for nothing
 */
public record Counts(
        long views,
        long visits,
        long torrents,
        long magnets,
        long checkouts,
        long bought,
        long gifts,
        long redeemed,
        long email,
        long free) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Daily daily) {
        long n = daily.amount();
        return switch (daily.kind()) {
            case VIEW -> new Counts(n, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            case VISIT -> new Counts(0, n, 0, 0, 0, 0, 0, 0, 0, 0);
            case TORRENT -> new Counts(0, 0, n, 0, 0, 0, 0, 0, 0, 0);
            case MAGNET -> new Counts(0, 0, 0, n, 0, 0, 0, 0, 0, 0);
            case REFERRER, COUNTRY -> NONE;
        };
    }

    static Counts begun(long n) {
        return new Counts(0, 0, 0, 0, n, 0, 0, 0, 0, 0);
    }

    static Counts of(Sum sum) {
        long n = sum.orders();
        return switch (sum.way()) {
            case PAID -> new Counts(0, 0, 0, 0, 0, n, 0, 0, 0, 0);
            case GIFT -> new Counts(0, 0, 0, 0, 0, 0, n, 0, 0, 0);
            case REDEEMED -> new Counts(0, 0, 0, 0, 0, 0, 0, n, 0, 0);
            case EMAIL -> new Counts(0, 0, 0, 0, 0, 0, 0, 0, n, 0);
            case FREE -> new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, n);
        };
    }

    Counts plus(Counts o) {
        return new Counts(
                views + o.views,
                visits + o.visits,
                torrents + o.torrents,
                magnets + o.magnets,
                checkouts + o.checkouts,
                bought + o.bought,
                gifts + o.gifts,
                redeemed + o.redeemed,
                email + o.email,
                free + o.free);
    }

    /** Orders that somebody paid for. */
    public long paid() {
        return bought + gifts;
    }

    /** What was fetched without paying and without leaving anything. */
    public long freeDownloads() {
        return torrents + magnets + free;
    }

    /** Orders that opened paid files. */
    public long paidDownloads() {
        return bought + redeemed;
    }
}
