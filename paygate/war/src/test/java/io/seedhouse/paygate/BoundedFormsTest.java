package io.seedhouse.paygate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.StripeClient;
import com.stripe.param.checkout.SessionCreateParams;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, because what is refused must not have been read. */
class BoundedFormsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Undertow server = Undertow.builder().build();

    /** Parses the form and answers as Stripe does. */
    public static class Parser extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType("application/json");
            response.getWriter().write("{\"id\":\"%s\"}".formatted(request.getParameter("mode")));
        }
    }

    @BeforeEach
    void start() throws Exception {
        var deployment =
                Servlets.defaultContainer()
                        .addDeployment(
                                Servlets.deployment()
                                        .setClassLoader(getClass().getClassLoader())
                                        .setContextPath("/")
                                        .setDeploymentName("paygate")
                                        .addServlet(Servlets.servlet(Parser.class).addMapping("/*"))
                                        .addFilter(Servlets.filter("bound", BoundedForms.class))
                                        .addFilterUrlMapping(
                                                "bound", "/*", DispatcherType.REQUEST));
        deployment.deploy();
        server =
                Undertow.builder()
                        .addHttpListener(0, "127.0.0.1")
                        .setHandler(deployment.start())
                        .build();
        server.start();
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.stop();
    }

    private String url() {
        var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        return "http://127.0.0.1:" + address.getPort();
    }

    private HttpResponse<String> post(String type, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + "/sandbox/pay/x")).POST(body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String form(int length) {
        return "mode=" + "x".repeat(length - "mode=".length());
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()));
    }

    @Test
    void takesAFormOfTheGreatestLength() throws Exception {
        var answer = post(FORM, BodyPublishers.ofString(form(BoundedForms.LONGEST_FORM)));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("xxx"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "Application/X-WWW-form-urlencoded;charset=utf-8", "*/*", ""})
    void refusesALongerOne(String type) throws Exception {
        var answer = post(type, BodyPublishers.ofString(form(BoundedForms.LONGEST_FORM + 1)));
        assertEquals(413, answer.statusCode());
        assertEquals(
                "application/problem+json", answer.headers().firstValue("content-type").orElse(""));
        assertTrue(answer.body().contains("at most 64 KiB"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "*/*", ""})
    void refusesAFormThatDoesNotSayItsLength(String type) throws Exception {
        var answer = post(type, chunked(form(100)));
        assertEquals(411, answer.statusCode());
        assertTrue(answer.body().contains("Content-Length"), answer.body());
    }

    @Test
    void letsTheWebhookCountItsOwnEvents() throws Exception {
        var event = "{}" + " ".repeat(BoundedForms.LONGEST_FORM);
        assertEquals(200, post("application/json", chunked(event)).statusCode());
    }

    @Test
    void letsPagesBeRead() throws Exception {
        var page = HttpRequest.newBuilder(URI.create(url() + "/sandbox/pay/x")).build();
        assertEquals(200, client.send(page, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void takesTheFormsOfStripesOwnLibrary() throws Exception {
        var stripe = StripeClient.builder().setApiKey("sk_test_1").setApiBase(url()).build();
        var params =
                SessionCreateParams.builder().setMode(SessionCreateParams.Mode.PAYMENT).build();
        assertEquals("payment", stripe.v1().checkout().sessions().create(params).getId());
    }
}
