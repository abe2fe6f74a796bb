package io.seedhouse.publisher.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.order.OrdersInMemory;
import io.seedhouse.publisher.order.RefundsInMemory;
import io.seedhouse.publisher.order.TestOrders;
import io.seedhouse.publisher.page.Page;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SalePageTest {
    private final TestDatabase database = TestDatabase.h2();
    private final UUID publisher = database.publisher();
    private final UUID bundle =
            database.inTransaction(em -> TestBundles.draft(em, publisher, "First light").id());
    private final OrdersInMemory orders = new OrdersInMemory();
    private final RefundsInMemory refunds = new RefundsInMemory();

    @Test
    void showsAllThatIsKnownOfAnOrder() {
        String page = html(show(order(Status.PAID, 100, null, null)));
        for (String part :
                new String[] {
                    "ann@audience.example",
                    "$3.00",
                    "$1.00",
                    "PRESS-1",
                    "Came back: no such",
                    "203.0.113.0/24",
                    "order.paid",
                    "evidence.txt"
                }) {
            assertTrue(page.contains(part), part);
        }
    }

    @Test
    void saysBeforeARefundThatKeysCannotBeTakenBack() {
        String page = html(show(order(Status.PAID, 0, null, null)));
        assertTrue(page.contains("Keys already delivered cannot be taken back"), page);
        assertTrue(page.contains("The key was fetched once."), page);
        assertTrue(page.contains("Empty: all of $3.00."), page);
    }

    @Test
    void advisesARefundWhenTheIssuerSuspectsFraud() {
        String warning =
                "The card’s issuer suspects fraud: <a href=\"#refund\">refund now</a> and you are"
                        + " spared a dispute.";
        assertTrue(html(show(order(Status.PAID, 0, null, TestOrders.AT))).contains(warning));
        assertFalse(html(show(order(Status.PAID, 0, null, null))).contains(warning));
        assertFalse(html(show(order(Status.REFUNDED, 300, null, TestOrders.AT))).contains(warning));
    }

    @Test
    void offersNoRefundWhereNothingIsLeftOrTheBankHoldsIt() {
        assertNull(view(show(order(Status.REFUNDED, 300, null, null))).refund());
        assertNull(view(show(order(Status.DISPUTED, 0, "needs_response", null))).refund());
    }

    @Test
    void givesBackOnceHoweverOftenTheButtonIsPressed() {
        UUID order = order(Status.PAID, 0, null, null);
        String key = Objects.requireNonNull(view(show(order)).refund()).key();
        Response first = refund(order, "1.00", key);
        assertEquals(303, first.getStatus());
        assertTrue(first.getHeaderString("Location").endsWith(order + "?refund=on-its-way"));
        assertEquals(303, refund(order, "1.00", key).getStatus());
        assertEquals(new Money(200, "usd"), refunds.left(order));
    }

    @Test
    void givesAllBackForAnEmptyAmount() {
        UUID order = order(Status.PAID, 0, null, null);
        refund(order, " ", "a-key");
        assertEquals(new Money(0, "usd"), refunds.left(order));
    }

    @Test
    void keepsTheAmountThatWasRefusedAndTakesANewKey() {
        UUID order = order(Status.PAID, 0, null, null);
        Response answer = refund(order, "9.00", "a-key");
        assertEquals(422, answer.getStatus());
        var form = Objects.requireNonNull(view(answer).refund());
        assertEquals("9.00", form.typed());
        assertEquals("At most $3.00 USD is left to give back.", form.refusal());
        assertNotEquals("a-key", form.key());
        assertEquals(422, refund(order, "much", "a-key").getStatus());
        assertEquals(422, refund(order, "0", "a-key").getStatus());
        assertEquals(422, refund(order, "1", "").getStatus());
        assertEquals(new Money(300, "usd"), refunds.left(order));
    }

    @Test
    void givesTheEvidenceAsAFile() {
        UUID order = order(Status.DISPUTED, 0, "needs_response", null);
        Response answer = with(publisher, page -> page.evidence(bundle, order));
        assertTrue(answer.getHeaderString("Content-Disposition").startsWith("attachment"));
        assertTrue(answer.readEntity(String.class).contains("Dispute: needs_response"));
    }

    @Test
    void knowsNoOrderOfAnotherPublishersBundle() {
        UUID order = order(Status.PAID, 0, null, null);
        UUID stranger = database.publisher();
        var refused =
                assertThrows(
                        Refused.class,
                        () -> with(stranger, page -> page.refund(bundle, order, "", "a-key")));
        assertEquals(404, refused.problem().status());
        assertEquals(new Money(300, "usd"), refunds.left(order));
    }

    @Test
    void listsWhatAsksForSomethingToBeDone() {
        UUID order = order(Status.PAID, 100, "warning_needs_response", TestOrders.AT);
        SalesView.Row row = SalesPage.row(known(order).order());
        assertEquals(
                List.of("Dispute: warning needs response", "Fraud warning", "Mail came back"),
                row.alarms());
        assertEquals(List.of("$0.50 of it a tip", "Code PRESS-1", "$1.00 given back"), row.notes());
        String page =
                html(
                        "studio/sales.jte",
                        new SalesView(bundle.toString(), "First light", List.of(row)));
        assertTrue(page.contains("/studio/" + bundle + "/orders/" + order), page);
        assertTrue(page.contains("Mail came back"), page);
    }

    private UUID order(
            Status status, long refunded, @Nullable String dispute, @Nullable Instant warned) {
        Evidence evidence = TestOrders.evidence(status, refunded, dispute, warned);
        UUID id = evidence.order().orderId();
        orders.evidence.put(id, evidence);
        refunds.paid(id, new Money(300 - refunded, "usd"));
        return id;
    }

    private Evidence known(UUID order) {
        return Objects.requireNonNull(orders.evidence.get(order));
    }

    private Response show(UUID order) {
        return with(publisher, page -> page.show(bundle, order, ""));
    }

    private Response refund(UUID order, String amount, String key) {
        return with(publisher, page -> page.refund(bundle, order, amount, key));
    }

    private Response with(UUID asker, Function<SalePage, Response> request) {
        return database.inTransaction(em -> {
            SalePage page = new SalePage();
            page.current = TestPublisher.signedIn(asker);
            page.bundles = TestBundles.over(em);
            page.orders = orders;
            page.refunds = refunds;
            return request.apply(page);
        });
    }

    private static SaleView view(Response answer) {
        return (SaleView) answer.readEntity(Page.class).view();
    }

    private static String html(Response answer) {
        Page page = answer.readEntity(Page.class);
        return html(page.template(), page.view());
    }

    private static String html(String template, Object view) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        TemplateEngine.createPrecompiled(
                        null,
                        ContentType.Html,
                        SalePageTest.class.getClassLoader(),
                        "io.seedhouse.publisher")
                .render(template, view, html);
        return new String(html.toByteArray(), UTF_8);
    }
}
