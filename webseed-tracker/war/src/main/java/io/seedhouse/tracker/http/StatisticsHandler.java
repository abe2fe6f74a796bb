package io.seedhouse.tracker.http;

import io.seedhouse.tracker.statistics.Report;
import io.seedhouse.tracker.statistics.ReportJson;
import io.seedhouse.tracker.statistics.ReportPage;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.AdmittedTorrents;
import io.seedhouse.tracker.wire.Networks;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /stats} and {@code /stats.json}. The sums are anybody's. Which torrents there are is
 * told to operators only, since drafts that are shared early are among them; whoever names an
 * infohash knows that torrent already and is told of it.
 */
final class StatisticsHandler implements HttpHandler {
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");

    private final AdmittedTorrents admitted;
    private final TrustedProxies proxies;
    private final Networks operators;
    private final Tally tally;
    private final Function<Report, String> form;
    private final String type;

    private StatisticsHandler(
            AdmittedTorrents admitted,
            Settings settings,
            Tally tally,
            Function<Report, String> form,
            String type) {
        this.admitted = admitted;
        this.proxies = settings.proxies();
        this.operators = settings.operators();
        this.tally = tally;
        this.form = form;
        this.type = type;
    }

    /** The page for people. */
    static StatisticsHandler page(AdmittedTorrents admitted, Settings settings, Tally tally) {
        return new StatisticsHandler(
                admitted, settings, tally, ReportPage::of, "text/html; charset=utf-8");
    }

    /** The same for programs. */
    static StatisticsHandler json(AdmittedTorrents admitted, Settings settings, Tally tally) {
        return new StatisticsHandler(admitted, settings, tally, ReportJson::of, "application/json");
    }

    /** Not on the I/O thread: a list of torrents takes its time. */
    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(this::tell);
    }

    private void tell(HttpServerExchange exchange) {
        Report report = Report.overall(tally, admitted);
        String named = named(exchange);
        if (named != null) {
            report = report.withNamed(admitted, named);
        } else if (isOperator(exchange)) {
            report = report.withAll(admitted);
        }
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, type)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(POLICY, "default-src 'none'; style-src 'unsafe-inline'");
        exchange.getResponseSender().send(form.apply(report));
    }

    private static @Nullable String named(HttpServerExchange exchange) {
        Deque<String> values = exchange.getQueryParameters().get("info_hash");
        return values == null ? null : values.getFirst().toLowerCase(Locale.ROOT);
    }

    private boolean isOperator(HttpServerExchange exchange) {
        byte[] address = proxies.clientOf(exchange).getAddress();
        return operators.contain(address, address.length) && !proxies.hideTheClientOf(exchange);
    }
}
