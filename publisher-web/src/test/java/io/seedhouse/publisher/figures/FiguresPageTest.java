package io.seedhouse.publisher.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Figures.Begun;
import io.seedhouse.paygate.api.Figures.Recent;
import io.seedhouse.paygate.api.Figures.Sum;
import io.seedhouse.paygate.api.Figures.Way;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.TestBrowser;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.TestWeb;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.csv.CsvReader;
import io.seedhouse.publisher.csv.CsvRow;
import io.seedhouse.publisher.swarm.Carried;
import io.seedhouse.publisher.swarm.TestSwarms;
import io.seedhouse.publisher.visit.TestVisits;
import jakarta.persistence.EntityManager;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresPageTest {
    private static final Instant NOW = Instant.parse("2027-03-10T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
    private static final String TITLE = "<script>alert('Tide')</script>";

    private final TestDatabase database = TestDatabase.h2();
    private final UUID ann = database.publisher();
    private final UUID ben = database.publisher();
    private final UUID bundle = publish(ann, TITLE);
    private final UUID strange = publish(ben, "Strange");
    private final FiguresInMemory figures = new FiguresInMemory();
    private final TestWeb web = new TestWeb(database, this::pages);
    private final TestBrowser browser = new TestBrowser(web);

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void standsWithoutAnythingCounted() {
        for (String days : Period.NAMES) {
            String page = page("/studio/" + bundle + "/figures?days=" + days);
            assertTrue(page.contains("Nothing in this time"), page);
            assertFalse(page.contains("<script>alert"), page);
            assertEquals(200, browser.get("/studio/sales?days=" + days).statusCode());
        }
    }

    @Test
    void showsMoneyOfEachCurrencyOnItsOwn() {
        sell();
        String page = page("/studio/" + bundle + "/figures?days=7");
        assertTrue(page.contains("Revenue after refunds, EUR"), page);
        assertTrue(page.contains("Revenue after refunds, JPY"), page);
        assertTrue(page.contains("<dt>Revenue, EUR</dt><dd>€7.50"), page);
        assertTrue(page.contains("<dt>Revenue, JPY</dt><dd>¥900"), page);
        assertTrue(page.contains("after €1.50 given back"), page);
        assertTrue(page.contains("<title>9 Mar: €7.50</title>"), page);
        assertTrue(
                page.contains(
                        "<tr><th scope=\"row\">9 Mar</th><td>2</td><td>€9.00</td>"
                                + "<td>€1.50</td><td>€0.00</td><td>€7.50</td></tr>"),
                page);
    }

    @Test
    void keepsDownloadsFreeForAnAddressAndPaidApart() {
        sell();
        List<CsvRow> rows = csv("downloads");
        assertEquals(
                List.of("2027-03-09", "0", "0", "0", "3", "2", "0", "0"), row(rows, "2027-03-09"));
        assertEquals(
                List.of("2027-03-10", "0", "0", "0", "0", "1", "0", "0"), row(rows, "2027-03-10"));
    }

    @Test
    void givesEveryTableThatNoSpreadsheetRuns() {
        figures.sums.add(new Sum(bundle, TODAY, "=1+1", "eur", Way.PAID, 1, 450, 0, 0, 0, 0));
        assertTrue(text("money").contains(",'=1+1,"), text("money"));
        assertEquals("=1+1", csv("money").getLast().cell(1));
        assertEquals("4.50", csv("money").getLast().cell(5));
        for (String what : List.of("visits", "downloads", "swarm", "referrers", "countries")) {
            assertFalse(csv(what).isEmpty(), what);
        }
        assertEquals(422, browser.get("/studio/" + bundle + "/figures.csv?what=x").statusCode());
        assertEquals(422, browser.get("/studio/" + bundle + "/figures?days=8").statusCode());
    }

    @Test
    void showsHowMuchPeersCarried() {
        database.inTransaction(em -> {
            TestSwarms.looked(em, bundle, NOW.minusSeconds(90_000), 4, new Carried(2, 500, 2000));
            TestSwarms.looked(em, bundle, NOW, 6, new Carried(2, 500, 2000));
            return em;
        });
        String page = page("/studio/" + bundle + "/figures");
        assertTrue(page.contains("Peers carried 3.0 kB of 4.0 kB."), page);
        assertTrue(page.contains(">75%</text>"), page);
        assertEquals(
                List.of("2027-03-10", "6.00", "0.00", "2", "500", "2000"),
                row(csv("swarm"), "2027-03-10"));
    }

    @Test
    void addsUpOverAllBundlesAndLinksTheNewestOrders() {
        sell();
        UUID order = UUID.randomUUID();
        figures.recent.add(
                new Recent(
                        order,
                        bundle,
                        Orders.Kind.PURCHASE,
                        "Film",
                        "eve@example.org",
                        new Money(450, "eur"),
                        new Money(150, "eur"),
                        Orders.Status.PAID,
                        NOW));
        String page = page("/studio/sales?days=7");
        assertTrue(page.contains("/studio/" + bundle + "/orders/" + order), page);
        assertTrue(page.contains("Paid, €1.50 given back"), page);
        assertTrue(page.contains("<dt>Revenue, EUR</dt><dd>€7.50"), page);
        assertFalse(page.contains("Strange"), page);
        String csv = browser.get("/studio/sales.csv?days=7").body();
        assertTrue(csv.contains(",eur,2,9.00,1,1.50,0.00,7.50\r\n"), csv);
    }

    @Test
    void saysTheSameToPrograms() {
        sell();
        HttpResponse<String> answer = browser.get("/api/v1/bundles/" + bundle + "/figures?days=7");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"from\":\"2027-03-04\""), answer.body());
        assertTrue(answer.body().contains("\"to\":\"2027-03-10\""), answer.body());
        assertTrue(answer.body().contains("\"gross\":900"), answer.body());
        assertTrue(answer.body().contains("\"net\":750"), answer.body());
        assertTrue(answer.body().contains("\"checkouts\":5"), answer.body());
    }

    @Test
    void showsNothingOfAnotherPublishersBundle() {
        figures.sums.add(new Sum(strange, TODAY, "x", "eur", Way.PAID, 1, 450, 0, 0, 0, 0));
        for (String path :
                List.of(
                        "/studio/" + strange + "/figures",
                        "/studio/" + strange + "/figures.csv?what=money",
                        "/api/v1/bundles/" + strange + "/figures",
                        "/studio/" + UUID.randomUUID() + "/figures")) {
            assertEquals(404, browser.get(path).statusCode(), path);
        }
        assertFalse(page("/studio/sales?days=all").contains("€4.50"));
    }

    private void sell() {
        LocalDate day = TODAY.minusDays(1);
        Stream.of(
                        new Sum(bundle, day, "Film", "eur", Way.PAID, 2, 900, 0, 150, 0, 1),
                        new Sum(bundle, day, "Film", "eur", Way.EMAIL, 3, 0, 0, 0, 0, 0),
                        new Sum(bundle, TODAY, "Film", "jpy", Way.PAID, 1, 900, 0, 0, 0, 0))
                .forEach(figures.sums::add);
        figures.begun.add(new Begun(bundle, day, 5));
    }

    private String page(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private String text(String what) {
        return page("/studio/" + bundle + "/figures.csv?days=7&what=" + what);
    }

    private List<CsvRow> csv(String what) {
        return CsvReader.read(text(what), 1000);
    }

    private static List<String> row(List<CsvRow> rows, String first) {
        return rows.stream()
                .filter(r -> r.cell(0).equals(first))
                .findFirst()
                .map(CsvRow::cells)
                .orElse(List.of());
    }

    private UUID publish(UUID publisher, String title) {
        return database.inTransaction(em -> TestBundles.published(em, publisher, title).id());
    }

    private List<Object> pages(EntityManager em) {
        FiguresPage page = new FiguresPage();
        page.owned = owned(em);
        page.countries = TestVisits.countries();
        FiguresTable table = new FiguresTable();
        table.owned = page.owned;
        SalesPage sales = new SalesPage();
        sales.owned = page.owned;
        sales.figures = figures;
        sales.reckoner = page.owned.reckoner;
        SalesTable all = new SalesTable();
        all.owned = page.owned;
        all.reckoner = page.owned.reckoner;
        return List.of(page, table, sales, all, resource(em));
    }

    private Owned owned(EntityManager em) {
        Owned owned = new Owned();
        owned.current = TestPublisher.signedIn(ann);
        owned.bundles = TestBundles.over(em);
        owned.reckoner = reckoner(em);
        return owned;
    }

    private FiguresResource resource(EntityManager em) {
        FiguresResource resource = new FiguresResource();
        resource.publisher = TestPublisher.signedIn(ann);
        resource.bundles = TestBundles.over(em);
        resource.reckoner = reckoner(em);
        return resource;
    }

    private Reckoner reckoner(EntityManager em) {
        Reckoner reckoner = new Reckoner();
        reckoner.figures = figures;
        reckoner.visits = TestVisits.book(em);
        reckoner.swarms = TestSwarms.book(em);
        reckoner.clock = InstantSource.fixed(NOW);
        return reckoner;
    }
}
