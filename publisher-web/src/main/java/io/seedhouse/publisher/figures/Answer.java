package io.seedhouse.publisher.figures;

import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.publisher.swarm.SwarmDay;
import io.seedhouse.publisher.visit.VisitBook.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * One bundle in numbers, for programs.
 *
 * @param from the first day, in UTC
 * @param to the last day, which is today and not over
 * @param shareByPeers the least share of bytes that peers gave since the bundle is served, from 0
 *     to 1; -1 before the first completed download
 */
public record Answer(
        LocalDate from,
        LocalDate to,
        Counts total,
        List<Earned> revenue,
        List<Day> days,
        List<Tier> tiers,
        List<Named> referrers,
        List<Named> countries,
        List<Swarm> swarm,
        double shareByPeers) {

    /**
     * Money of one currency, in its minor units.
     *
     * @param net what is left of the gross
     */
    public record Earned(
            String currency,
            long gross,
            long tips,
            long refunded,
            long disputed,
            long net,
            long orders,
            long refunds) {
        static Earned of(Revenue r) {
            return new Earned(
                    r.currency(),
                    r.gross(),
                    r.tips(),
                    r.refunded(),
                    r.disputed(),
                    r.net(),
                    r.orders(),
                    r.refunds());
        }
    }

    public record Day(LocalDate day, Counts counts, List<Earned> revenue) {}

    /**
     * @param way paid, gift, redeemed, email or free
     */
    public record Tier(LocalDate day, String tier, String way, Earned revenue) {}

    public record Swarm(
            LocalDate day,
            double seeders,
            double leechers,
            long completed,
            long sentBytes,
            long neededBytes) {}

    static Answer of(Study study) {
        Total total = study.total();
        return new Answer(
                study.period().from(),
                study.period().until().minusDays(1),
                total.counts(),
                listed(total),
                study.days().entrySet().stream()
                        .map(e -> new Day(e.getKey(), e.getValue().counts(), listed(e.getValue())))
                        .toList(),
                study.sums().stream().map(Answer::tier).toList(),
                study.referrers(),
                study.countries(),
                study.swarm().stream().map(Answer::swarm).toList(),
                study.carried().share().orElse(-1));
    }

    private static List<Earned> listed(Total total) {
        return total.revenue().values().stream().map(Earned::of).toList();
    }

    private static Tier tier(Sum sum) {
        return new Tier(
                sum.day(), sum.tier(), Draw.lower(sum.way().name()), Earned.of(Revenue.of(sum)));
    }

    private static Swarm swarm(SwarmDay day) {
        return new Swarm(
                day.day(),
                day.seeders(),
                day.leechers(),
                day.carried().completed(),
                day.carried().sent(),
                day.carried().needed());
    }
}
