package io.seedhouse.paygate.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.payment.Payments.Opening;
import io.seedhouse.paygate.payment.Payments.Purchase;
import io.seedhouse.paygate.payment.PaymentsUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a Stripe that is slow or refuses. */
class StripePaymentsTest {
    private static final String SESSION =
            "{\"id\":\"cs_1\",\"object\":\"checkout.session\",\"url\":\"https://pay.example/cs_1\"}";
    private static final Purchase PURCHASE =
            new Purchase(
                    UUID.randomUUID(),
                    1,
                    "Night Train",
                    "Film",
                    "night-train",
                    "a@example.com",
                    new Money(500, "usd"),
                    new Money(0, "usd"),
                    false);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch arriving = new CountDownLatch(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int status = 200;
    private volatile String lastForm = "";
    private HttpServer server = emptyServer();

    private static HttpServer emptyServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            var form = exchange.getRequestBody().readAllBytes();
            lastForm =
                    URLDecoder.decode(
                            new String(form, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            arriving.countDown();
            gate.await(20, TimeUnit.SECONDS);
            var body =
                    (status == 200 ? SESSION : "{\"error\":{\"message\":\"no\"}}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Stripe-Should-Retry", "false");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StripePayments payments() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new StripePayments(
                new StripeAccount(Optional.of(url), "sk_test_1"), "https://films.example");
    }

    @Test
    void asksForTheOffersOwnCurrencyAndNoOther() {
        assertEquals(
                new Opening.Opened("cs_1", "https://pay.example/cs_1", false),
                payments().open(PURCHASE));
        assertTrue(lastForm.contains("adaptive_pricing[enabled]=false"), lastForm);
    }

    @ParameterizedTest
    @CsvSource({"429,true", "500,true", "503,true", "400,false", "401,false", "403,false"})
    void tellsTroubleThatPassesFromARefusal(int answer, boolean passes) {
        status = answer;
        var failed = assertInstanceOf(Opening.Failed.class, payments().open(PURCHASE));
        assertEquals(passes, failed.reason().endsWith("try again in a minute."), failed.reason());
    }

    @Test
    void letsFewWaitForASlowStripe() throws Exception {
        var payments = payments();
        arriving = new CountDownLatch(Turnstile.AT_ONCE);
        gate = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < Turnstile.AT_ONCE; i++) {
                pool.submit(() -> payments.open(PURCHASE));
            }
            assertTrue(arriving.await(20, TimeUnit.SECONDS));
            assertThrows(PaymentsUnavailable.class, () -> payments.read("cs_1"));
            assertInstanceOf(Opening.Failed.class, payments.open(PURCHASE));
            assertEquals(Turnstile.AT_ONCE, asked.get());
            gate.countDown();
        }
        assertInstanceOf(Opening.Opened.class, payments.open(PURCHASE));
    }

    @Test
    void givesThePlaceBackWhenStripeRefuses() throws Exception {
        var payments = payments();
        status = 404;
        for (var i = 0; i <= Turnstile.AT_ONCE; i++) {
            assertEquals(Optional.empty(), payments.read("cs_1"));
        }
    }

    @Test
    void knowsAKeyForRealMoney() {
        assertTrue(new StripeAccount(Optional.empty(), "sk_live_1").live());
        assertTrue(new StripeAccount(Optional.empty(), "rk_live_1").live());
        assertFalse(new StripeAccount(Optional.empty(), "sk_test_1").live());
        assertFalse(payments().live());
    }
}
