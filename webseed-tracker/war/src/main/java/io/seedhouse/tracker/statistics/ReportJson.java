package io.seedhouse.tracker.statistics;

import io.seedhouse.tracker.swarm.Outcome;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;

/** A report for programs; docs/protocol/tracker.md says what its fields mean. */
public final class ReportJson {
    private ReportJson() {}

    /** The report as one JSON object. */
    public static String of(Report report) {
        JsonObjectBuilder doors = Json.createObjectBuilder();
        for (Transport by : Transport.values()) {
            doors.add(name(by), door(report.tally(), by));
        }
        JsonObjectBuilder metadata = Json.createObjectBuilder();
        for (Metadata what : Metadata.values()) {
            metadata.add(name(what), report.tally().metadataOf(what));
        }
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("transports", doors)
                        .add("metadataPeer", metadata)
                        .add("swarms", report.swarms())
                        .add("peers", report.peers())
                        .add("evictions", report.evictions())
                        .add("bytesServed", report.bytes());
        report.torrents().ifPresent(torrents -> json.add("torrents", list(torrents)));
        return json.build().toString();
    }

    private static JsonObjectBuilder door(Tally tally, Transport by) {
        JsonObjectBuilder announces = Json.createObjectBuilder();
        for (Outcome outcome : Outcome.values()) {
            announces.add(name(outcome), tally.announces(by, outcome));
        }
        Latency latency = tally.latency(by);
        return Json.createObjectBuilder()
                .add("announces", announces)
                .add("scrapes", tally.scrapes(by))
                .add("refused", tally.refusals(by))
                .add("malformed", tally.malformedOf(by))
                .add(
                        "latencyMicros",
                        Json.createObjectBuilder()
                                .add("p50", latency.micros(0.5))
                                .add("p99", latency.micros(0.99))
                                .add("timed", latency.timed()));
    }

    private static JsonArrayBuilder list(List<TorrentReport> torrents) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        torrents.forEach(one -> list.add(object(one)));
        return list;
    }

    private static JsonObjectBuilder object(TorrentReport one) {
        JsonObjectBuilder object =
                Json.createObjectBuilder()
                        .add("name", one.torrent().name())
                        .add("infohashV1", one.torrent().v1().hex())
                        .add("seeders", one.counts().seeders())
                        .add("leechers", one.fetching())
                        .add("partial", one.partial())
                        .add("completed", one.counts().completed())
                        .add("bytesServed", one.bytes());
        if (one.torrent().v2() != null) {
            object.add("infohashV2", one.torrent().v2().hex());
        }
        return object;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
