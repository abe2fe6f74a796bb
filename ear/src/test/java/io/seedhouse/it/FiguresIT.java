package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two visitors, two sales and a refund: the publisher reads exactly that, and nobody else does. */
@ExtendWith(ArquillianExtension.class)
class FiguresIT {
    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SAFARI =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15"
                    + " Version/19.0 Mobile/15E148 Safari/604.1";

    /** Counts are written every minute. */
    private static final Duration WRITTEN = Duration.ofSeconds(100);

    private final Person publisher = new Person();
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    @Test
    void showWhatHappened() throws Exception {
        String slug = PagesIT.publish(publisher, "In numbers");
        String bundle = "/studio/" + PagesIT.bundleOf(publisher);
        visit("/b/" + slug, FIREFOX, "https://blog.example/films?private=1");
        visit("/b/" + slug, FIREFOX, "https://www.blog.example/");
        visit("/b/" + slug, SAFARI, PlatformUnderTest.baseUrl() + "/");
        visit("/b/" + slug, "Googlebot/2.1", "https://elsewhere.example/");
        visit("/b/" + slug + "/bundle.torrent", FIREFOX, "");
        visit("/b/" + slug + "/magnet", "curl/8.5.0", "");
        sellTwiceAndRefundAPart(slug, bundle);

        String page = bundle + "/figures?days=7";
        String money = await(bundle, "money", csv -> csv.contains(",1.50,"));
        assertTrue(money.contains(",The film,paid,eur,2,9.00,0.00,1,1.50,0.00,7.50\r\n"), money);
        String visits = await(bundle, "visits", csv -> sum(csv, 1) > 0);
        assertEquals(List.of(3L, 2L, 2L, 2L), sums(visits));
        assertEquals(List.of(1L, 1L, 0L, 0L, 2L, 0L, 0L), sums(table(bundle, "downloads")));
        assertTrue(table(bundle, "referrers").endsWith("views\r\nblog.example,2\r\n"));
        assertTrue(table(bundle, "countries").endsWith("visits\r\n,2\r\n"), "loopback is nowhere");

        String shown = publisher.page(page);
        assertTrue(shown.contains("<dt>Revenue, EUR</dt><dd>€7.50"), shown);
        assertTrue(shown.contains("after €1.50 given back"), shown);
        assertTrue(shown.contains("blog.example"), shown);
        assertFalse(shown.contains("private"), "hosts only");
        String sales = publisher.page("/studio/sales?days=7");
        assertTrue(sales.contains("<dt>Revenue, EUR</dt><dd>€7.50"), sales);
        assertTrue(sales.contains("Paid, €1.50 given back"), sales);
        var answer = publisher.open("/api/v1/bundles/" + bundle.substring(8) + "/figures");
        assertEquals(200, answer.status(), answer.text());
        assertEquals(3, answer.json().getAsJsonObject("total").get("views").getAsLong());

        Person stranger = new Person();
        PagesIT.signUp(stranger);
        for (String path : List.of(page, bundle + "/figures.csv?what=money")) {
            assertEquals(404, stranger.open(path).status(), path);
        }
        assertEquals(404, stranger.open("/studio/audience?bundle=" + bundle.substring(8)).status());
    }

    private void sellTwiceAndRefundAPart(String slug, String bundle) {
        PagesIT.buy(new Person(), slug, UUID.randomUUID() + "@audience.example");
        String order = PagesIT.buy(new Person(), slug, UUID.randomUUID() + "@audience.example");
        String sale = bundle + "/orders/" + Person.orderId(order);
        String action = sale + "/refunds";
        String[] form = Person.filledIn(publisher.page(sale), action, "amount", "1.50");
        assertEquals(303, publisher.submit(action, form).status());
    }

    private String await(String bundle, String what, Predicate<String> there) {
        return Await.until(
                what + " is counted",
                WRITTEN,
                () -> Optional.of(table(bundle, what)).filter(there));
    }

    private String table(String bundle, String what) {
        return publisher.page(bundle + "/figures.csv?days=7&what=" + what);
    }

    /** What the columns come to, the first one left out: midnight may fall into the test. */
    private static List<Long> sums(String csv) {
        int columns = csv.lines().findFirst().orElseThrow().split(",").length;
        return IntStream.range(1, columns).mapToObj(n -> sum(csv, n)).toList();
    }

    private static long sum(String csv, int column) {
        return csv.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",")).get(column))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private void visit(String path, String agent, String from)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Http.absolute(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("User-Agent", agent);
        if (!from.isEmpty()) {
            request.header("Referer", from);
        }
        assertEquals(
                200, browser.send(request.build(), BodyHandlers.discarding()).statusCode(), path);
    }
}
