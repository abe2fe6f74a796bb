package io.seedhouse.paygate.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.PaymentSession;
import io.seedhouse.paygate.payment.PaymentSession.State;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSessionsTest {
    private static final UUID ORDER = UUID.randomUUID();

    private static Optional<PaymentSession> read(String members) {
        var json = "{\"id\":\"cs_1\",\"object\":\"checkout.session\",%s}".formatted(members);
        return StripeSessions.translate(
                ApiResource.GSON.fromJson(json, Session.class), 0, Optional.empty());
    }

    private static String ours(String members) {
        return "\"client_reference_id\":\"%s\",\"amount_total\":500,\"currency\":\"usd\",%s"
                .formatted(ORDER, members);
    }

    @Test
    void readsASessionOfOurs() {
        assertEquals(
                Optional.of(
                        new PaymentSession("cs_1", ORDER, State.PAID, new Money(500, "usd"), true)),
                read(
                        ours(
                                "\"payment_status\":\"paid\",\"status\":\"complete\",\"livemode\":true")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"mode\":\"setup\",\"amount_total\":null,\"currency\":null",
                "\"client_reference_id\":\"someone's\",\"amount_total\":500,\"currency\":\"usd\"",
                "\"client_reference_id\":null,\"amount_total\":500,\"currency\":\"usd\"",
                "\"client_reference_id\":\"1-1-1-1-1\",\"amount_total\":null,\"currency\":\"usd\"",
                "\"client_reference_id\":\"1-1-1-1-1\",\"amount_total\":500"
            })
    void leavesTheSessionsOfOthersAlone(String members) {
        assertEquals(Optional.empty(), read(members));
    }

    @ParameterizedTest
    @CsvSource({
        "complete,paid,PAID",
        "complete,no_payment_required,PAID",
        "complete,unpaid,OPEN",
        "open,unpaid,OPEN",
        "expired,unpaid,CLOSED",
        "open,new_in_2031,OPEN",
        "new_in_2031,unpaid,OPEN"
    })
    void believesInMoneyOnlyWhenStripeSaysSo(String status, String payment, State state) {
        var members = "\"status\":\"%s\",\"payment_status\":\"%s\"".formatted(status, payment);
        assertEquals(state, read(ours(members)).orElseThrow().state());
    }

    @Test
    void takesASessionThatSaysNothingForOpen() {
        assertEquals(State.OPEN, read(ours("\"status\":null")).orElseThrow().state());
    }
}
