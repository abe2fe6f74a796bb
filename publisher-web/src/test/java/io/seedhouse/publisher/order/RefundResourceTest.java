package io.seedhouse.publisher.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Refunds.Refund;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.TestBodies;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.account.TestPublisher;
import io.seedhouse.publisher.bundle.TestBundles;
import io.seedhouse.publisher.order.RefundResource.Accepted;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefundResourceTest {
    private static final Money THREE = new Money(300, "usd");

    private final TestDatabase database = TestDatabase.h2();
    private final UUID publisher = database.publisher();
    private final UUID bundle =
            database.inTransaction(em -> TestBundles.draft(em, publisher, "First light").id());
    private final RefundsInMemory refunds = new RefundsInMemory();
    private final UUID order = UUID.randomUUID();

    RefundResourceTest() {
        refunds.paid(order, THREE);
    }

    @Test
    void givesBackAPartOrAllThatIsLeft() {
        assertEquals(
                new Accepted(new Money(100, "usd"), new Money(200, "usd"), false),
                refund("one", "{\"amount\":100}").readEntity(Accepted.class));
        Response rest = refund("two", "{}");
        assertEquals(202, rest.getStatus());
        assertEquals(
                new Accepted(new Money(200, "usd"), new Money(0, "usd"), false),
                rest.readEntity(Accepted.class));
    }

    @Test
    void neverGivesBackTwiceForOneKey() {
        refund("one", "{\"amount\":100}");
        refund("one", "{\"amount\":100}");
        assertEquals(new Money(200, "usd"), refunds.left(order));
    }

    @Test
    void insistsOnAKey() {
        assertEquals(400, refund(null, "{}").getStatus());
        assertEquals(THREE, refunds.left(order));
    }

    @Test
    void refusesAnAmountBelowOne() {
        var refused = assertThrows(Invalid.class, () -> refund("one", "{\"amount\":0}"));
        assertEquals(
                "The amount must be 1 or more, not 0; leave it out to give back all.",
                refused.sentence());
    }

    @Test
    void knowsNoOrderOfAnotherPublishersBundle() {
        UUID stranger = database.publisher();
        assertEquals(404, refund(stranger, "one", "{}").getStatus());
        assertEquals(THREE, refunds.left(order));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhyNothingIsGivenBack(Refund refund, int status, String sentence) {
        assertEquals(Optional.of(Problem.of(status, sentence)), WhyNoRefund.of(refund));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refund.Unknown(), 404, "No order of this bundle has this id."),
                Arguments.of(
                        new Refund.NothingPaid(),
                        409,
                        "Nothing is left to give back: nothing was paid, or all was given back"
                                + " before."),
                Arguments.of(
                        new Refund.AboveWhatIsLeft(THREE),
                        422,
                        "At most $3.00 USD is left to give back."),
                Arguments.of(
                        new Refund.Disputed(),
                        409,
                        "The bank holds the money until the dispute is settled, so none can be"
                                + " given back now."),
                Arguments.of(
                        new Refund.OtherRequest(),
                        422,
                        "This Idempotency-Key was used for another amount: send another key."),
                Arguments.of(
                        new Refund.Rejected("the charge is too old."),
                        502,
                        "Stripe refused the refund: the charge is too old."));
    }

    @Test
    void refusesNoneThatIsOnItsWay() {
        assertEquals(Optional.empty(), WhyNoRefund.of(new Refund.Delayed(THREE)));
        assertEquals(Optional.empty(), WhyNoRefund.of(new Refund.Accepted(THREE, THREE)));
    }

    private Response refund(@Nullable String key, String body) {
        return refund(publisher, key, body);
    }

    private Response refund(UUID asker, @Nullable String key, String body) {
        return database.inTransaction(em -> {
            RefundResource resource = new RefundResource();
            resource.refunds = refunds;
            resource.bundles = TestBundles.over(em);
            resource.publisher = TestPublisher.signedIn(asker);
            return resource.refund(bundle, order, key, TestBodies.of(body));
        });
    }
}
