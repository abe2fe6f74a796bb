package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.courtesy.CourtesyPolicy;
import io.seedhouse.tracker.courtesy.Crowd;
import io.seedhouse.tracker.courtesy.PlayerTokens;
import io.seedhouse.tracker.courtesy.Rates;
import io.seedhouse.tracker.courtesy.TokenKey;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the operator's settings into limits; a setting that is wrong stops the start. */
@ApplicationScoped
public class OriginSettings {
    private static final String RATE = "seedhouse.seed-rate";
    private static final String TORRENT_RATE = "seedhouse.seed-torrent-rate";
    private static final String COURTESY_RATE = "seedhouse.seed-courtesy-rate";

    @Inject AdmittedTorrents admitted;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    Path home;

    @Inject
    @ConfigProperty(name = RATE, defaultValue = "off")
    String rate;

    @Inject
    @ConfigProperty(name = TORRENT_RATE, defaultValue = "off")
    String torrentRate;

    @Inject
    @ConfigProperty(name = COURTESY_RATE, defaultValue = "2M")
    String courtesyRate;

    @Inject
    @ConfigProperty(name = "seedhouse.seed-courtesy-seeders", defaultValue = "5")
    int courtesySeeders;

    @Inject
    @ConfigProperty(name = "seedhouse.seed-files", defaultValue = "1000")
    int files;

    @Inject
    @ConfigProperty(name = "seedhouse.seed-files-per-address")
    OptionalInt filesPerAddress;

    @Produces
    @Singleton
    Courtesy courtesy() {
        Rates rates =
                new Rates(
                        Rates.parse(rate, RATE),
                        Rates.parse(torrentRate, TORRENT_RATE),
                        Rates.parse(courtesyRate, COURTESY_RATE));
        return new Courtesy(
                rates,
                new CourtesyPolicy(courtesySeeders),
                bundle ->
                        admitted.counts(bundle)
                                .map(c -> new Crowd(c.seeders(), c.leechers(), c.completed()))
                                .orElse(Crowd.UNKNOWN));
    }

    @Produces
    @Singleton
    PlayerTokens tokens() throws IOException {
        Path key = home.resolve("keys").resolve("seed-tokens.key");
        return new PlayerTokens(TokenKey.in(key), InstantSource.system());
    }

    @Produces
    @Singleton
    Ledger ledger(Tally tally) {
        return new Ledger(admitted, tally);
    }

    @Produces
    @Singleton
    Origin.Limits limits() {
        return filesPerAddress.isPresent()
                ? Origin.Limits.of(files, filesPerAddress.getAsInt())
                : Origin.Limits.of(files);
    }
}
