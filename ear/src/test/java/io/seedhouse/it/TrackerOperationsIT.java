package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.seedhouse.it.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of the tracker, and what outlives a new deployment of it. */
@ExtendWith(ArquillianExtension.class)
class TrackerOperationsIT {
    private static final String MANAGEMENT =
            "http://127.0.0.1:" + System.getProperty("seedhouse.it.management-port");

    @Test
    void theStatisticsNameTorrentsToTheOperatorAndToWhoKnowsTheInfohashOnly() throws Exception {
        var film = PublishedFilm.of("Counted", 1_000_003);
        new TrackerClient(film.infohashV1(), 6881).announce("started", 1);

        assertTrue(names(statistics("", Map.of())).contains(film.infohashV1()));
        var stranger = Map.of("X-Forwarded-For", "203.0.113.9");
        assertFalse(statistics("", stranger).has("torrents"), "no name for strangers");
        String query = "?info_hash=" + film.infohashV2();
        JsonArray known = statistics(query, stranger).getAsJsonArray("torrents");
        assertEquals(1, known.size());
        JsonObject torrent = known.get(0).getAsJsonObject();
        assertEquals(film.infohashV1(), torrent.get("infohashV1").getAsString());
        assertEquals(1, torrent.get("leechers").getAsInt());

        assertTrue(page(Map.of()).contains("counted"), "a page for the operator");
        assertFalse(page(stranger).contains("counted"), "and one for strangers");
    }

    @Test
    void prometheusFindsTheTrackersSeries() throws Exception {
        var film = PublishedFilm.of("Measured", 1_000_003);
        new TrackerClient(film.infohashV1(), 6881).announce("started", 1);
        assertSeries();
        assertTrue(series("seedhouse_tracker_peers") >= 1);
    }

    /** Stops and starts the whole application inside its running server. */
    @Test
    void completedCountsAndMetricsOutliveANewDeployment() throws Exception {
        var film = PublishedFilm.of("Deployed anew", 1_000_003);
        var fan = new TrackerClient(film.infohashV1(), 6881);
        fan.announce("started", 1);
        fan.announce("completed", 0);
        assertEquals(1, fan.completed());

        redeploy();

        assertEquals(1, fan.completed());
        assertEquals("", TrackerClient.failure(fan.announce("started", 0)));
        assertSeries();
        assertEquals(1, series("seedhouse_tracker_peers"), "those of the new deployment");
    }

    private static void assertSeries() {
        for (String name :
                List.of(
                        "seedhouse_tracker_announces_total{WF_DEPLOYMENT=\"seedhouse.ear\",outcome=\"answered\",transport=\"http\"}",
                        "seedhouse_tracker_scrapes_total{",
                        "seedhouse_tracker_requests_failed_total{",
                        "seedhouse_tracker_latency_seconds_total{",
                        "seedhouse_tracker_evictions_total",
                        "seedhouse_tracker_swarms",
                        "seedhouse_webseed_bytes_total")) {
            assertTrue(prometheus().contains("\n" + name), name + " in " + prometheus());
        }
    }

    private static double series(String name) {
        return Double.parseDouble(Person.find(prometheus(), "\n" + name + "(?:\\{[^}]*})? (\\S+)"));
    }

    private static String prometheus() {
        Answer answer = Http.anonymous().get(MANAGEMENT + "/prometheus");
        assertEquals(200, answer.status());
        return answer.text();
    }

    private static JsonObject statistics(String query, Map<String, String> headers) {
        Answer answer = get("/tracker/stats.json" + query, headers);
        return JsonParser.parseString(answer.text()).getAsJsonObject();
    }

    private static String page(Map<String, String> headers) {
        Answer answer = get("/tracker/stats", headers);
        assertTrue(answer.header("Content-Type").startsWith("text/html"));
        return answer.text();
    }

    private static Answer get(String address, Map<String, String> headers) {
        Answer answer = Http.anonymous().send("GET", address, headers, BodyPublishers.noBody());
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }

    private static List<String> names(JsonObject statistics) {
        return statistics.getAsJsonArray("torrents").asList().stream()
                .map(torrent -> torrent.getAsJsonObject().get("infohashV1").getAsString())
                .toList();
    }

    private static void redeploy() throws Exception {
        var operation = new ModelNode();
        operation.get("operation").set("redeploy");
        operation.get("address").add("deployment", "seedhouse.ear");
        int port = Integer.getInteger("seedhouse.it.management-port");
        try (var server = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            ModelNode outcome = server.execute(operation);
            assertEquals("success", outcome.get("outcome").asString(), outcome.toString());
        }
    }
}
