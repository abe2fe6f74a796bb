package io.seedhouse.tracker.statistics;

import io.seedhouse.tracker.swarm.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A report for people: one page without scripts, light or dark as the reader's screen is. */
public final class ReportPage {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Tracker statistics</title>
            <style>
            :root { color-scheme: light dark; --ink: light-dark(#1b1815, #f2ede4); \
            --quiet: light-dark(#5d564d, #b3aa9c); --line: light-dark(#e3ddd2, #322e29); \
            --paper: light-dark(#faf8f4, #131211); }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 62rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; \
            background: var(--paper); color: var(--ink); \
            font: 1rem/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .5rem; }
            h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
            p, caption, th { color: var(--quiet); }
            dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); \
            gap: 1rem; margin: 1.5rem 0 0; }
            dt { color: var(--quiet); font-size: .875rem; }
            dd { margin: 0; font-size: 1.375rem; }
            dd, td { font-variant-numeric: tabular-nums; }
            table { width: 100%; border-collapse: collapse; }
            th, td { padding: .5rem 0 .5rem 1rem; white-space: nowrap; border-bottom: 1px solid var(--line); \
            text-align: right; font-weight: 400; vertical-align: baseline; }
            th:first-child, td:first-child { text-align: left; padding-left: 0; }
            tbody th { white-space: normal; }
            thead th:not(:first-child) { width: 15%; }
            .name { font-weight: 600; color: var(--ink); overflow-wrap: anywhere; }
            @media (max-width: 44rem) {
            thead { display: none; }
            tbody tr { display: grid; grid-template-columns: repeat(3, 1fr); gap: .25rem 1rem; \
            padding: .75rem 0; border-bottom: 1px solid var(--line); }
            tbody th, tbody td { border: 0; padding: 0; text-align: left; }
            tbody th { grid-column: 1 / -1; }
            td::before { content: attr(data-label); display: block; \
            color: var(--quiet); font-size: .8125rem; }
            }
            </style>
            </head>
            <body>
            <main>
            <h1>Tracker statistics</h1>
            <p>Since this server started. Sums only: no address is kept here.</p>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);
    private final Report report;

    private ReportPage(Report report) {
        this.report = report;
    }

    /** The report as a page of HTML. */
    public static String of(Report report) {
        ReportPage page = new ReportPage(report);
        page.overall();
        page.doors();
        page.metadata();
        report.torrents().ifPresentOrElse(page::torrents, page::withheld);
        return page.html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void overall() {
        html.append("<dl>");
        figure("Swarms", number(report.swarms()));
        figure("Peers", number(report.peers()));
        figure("Sent by the web seed", size(report.bytes()));
        figure("Peers evicted", number(report.evictions()));
        html.append("</dl>\n");
    }

    private void figure(String what, String value) {
        html.append("<div><dt>%s</dt><dd>%s</dd></div>".formatted(what, value));
    }

    private void doors() {
        html.append("<h2>Requests</h2>\n<table>\n<thead><tr><th scope=\"col\">What</th>");
        for (Transport by : Transport.values()) {
            html.append("<th scope=\"col\">").append(name(by)).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (Outcome outcome : Outcome.values()) {
            counts(words(outcome), by -> report.tally().announces(by, outcome));
        }
        counts("Scrapes answered", report.tally()::scrapes);
        counts("Refused: not served here", report.tally()::refusals);
        counts("Malformed", report.tally()::malformedOf);
        row("Half done within, \u00b5s", by -> micros(by, 0.5));
        row("99 % done within, \u00b5s", by -> micros(by, 0.99));
        html.append("</tbody>\n</table>\n");
    }

    private void counts(String what, ToLongFunction<Transport> count) {
        row(what, by -> number(count.applyAsLong(by)));
    }

    private String micros(Transport by, double share) {
        Latency latency = report.tally().latency(by);
        return latency.timed() == 0 ? "\u2013" : number(latency.micros(share));
    }

    private void metadata() {
        html.append("<h2>Metadata peer</h2>\n<dl>");
        for (Metadata what : Metadata.values()) {
            figure(words(what), number(report.tally().metadataOf(what)));
        }
        html.append("</dl>\n");
    }

    private static String words(Metadata what) {
        return switch (what) {
            case GREETED -> "Clients greeted";
            case SENT -> "Pieces given";
            case REJECTED -> "Pieces rejected";
            case CROWDED -> "Turned away, too many from there";
            case EVICTED -> "Made room for others";
        };
    }

    private void row(String what, Function<Transport, String> value) {
        html.append("<tr><th scope=\"row\">").append(what).append("</th>");
        for (Transport by : Transport.values()) {
            cell(name(by), value.apply(by));
        }
        html.append("</tr>\n");
    }

    private static String name(Transport by) {
        return switch (by) {
            case HTTP -> "HTTP";
            case UDP -> "UDP";
            case WEBSOCKET -> "WebSocket";
        };
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "Announces answered";
            case EARLY -> "Too early: answered without peers";
            case STOPPED -> "Peers that left";
            case CROWDED -> "Crowded address: not remembered";
            case FULL -> "No room: not remembered";
        };
    }

    private void torrents(List<TorrentReport> torrents) {
        html.append("<h2>Torrents</h2>\n");
        if (torrents.isEmpty()) {
            html.append("<p>None.</p>\n");
            return;
        }
        html.append(
                """
                <table>
                <thead><tr><th scope="col">Name</th><th scope="col">Seeders</th>\
                <th scope="col">Leechers</th><th scope="col">Partial</th>\
                <th scope="col">Completed</th><th scope="col">Web seed</th></tr></thead>
                <tbody>
                """);
        torrents.forEach(this::torrent);
        html.append("</tbody>\n</table>\n");
    }

    private void torrent(TorrentReport one) {
        html.append("<tr><th scope=\"row\" class=\"name\">")
                .append(escaped(one.torrent().name()))
                .append("</th>");
        cell("Seeders", number(one.counts().seeders()));
        cell("Leechers", number(one.fetching()));
        cell("Partial", number(one.partial()));
        cell("Completed", number(one.counts().completed()));
        cell("Web seed", size(one.bytes()));
        html.append("</tr>\n");
    }

    private void cell(String label, String value) {
        html.append("<td data-label=\"%s\">%s</td>".formatted(label, value));
    }

    private void withheld() {
        html.append("<h2>Torrents</h2>\n<p>Which torrents are served here is for the operator to")
                .append(" see. Of one whose infohash you know, add <code>?info_hash=</code> and")
                .append(" its hexadecimal digits to this address.</p>\n");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    private static String size(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
