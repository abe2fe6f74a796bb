package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.courtesy.Courtesy;
import io.seedhouse.tracker.courtesy.PlayerTokens;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;

/** Web seeds for tests. */
public final class WebSeeds {
    static final PlayerTokens TOKENS = new PlayerTokens(new byte[32], InstantSource.system());

    private WebSeeds() {}

    /** One without limits. */
    public static Origin unlimited(AdmittedTorrents admitted, Path content, Tally tally) {
        return limited(admitted, content, tally, Courtesy.none(), Origin.Limits.of(1000));
    }

    static Origin limited(
            AdmittedTorrents admitted,
            Path content,
            Tally tally,
            Courtesy courtesy,
            Origin.Limits limits) {
        return limited(admitted, content, tally, courtesy, limits, "");
    }

    static Origin limited(
            AdmittedTorrents admitted,
            Path content,
            Tally tally,
            Courtesy courtesy,
            Origin.Limits limits,
            String exempt) {
        Ledger ledger = new Ledger(admitted, tally);
        Networks spared = Networks.parse(exempt, "exempt");
        return new Origin(
                admitted, content, ledger, courtesy, TOKENS, WebSeeds::addressOf, spared, limits);
    }

    private static InetAddress addressOf(HttpServerExchange exchange) {
        return exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
    }
}
