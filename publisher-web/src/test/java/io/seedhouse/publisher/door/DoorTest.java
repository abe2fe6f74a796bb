package io.seedhouse.publisher.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, because what is refused must not have been read. */
class DoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PAGE = "/sign-in";
    private static final String API = "/api/v1/tokens";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Undertow server = Undertow.builder().build();

    /** Parses a form or counts what else it is sent. */
    public static class Reader extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            String field = request.getParameter("field");
            int size =
                    field == null ? request.getInputStream().readAllBytes().length : field.length();
            response.getWriter().write(Integer.toString(size));
        }
    }

    @BeforeEach
    void start() throws Exception {
        DeploymentInfo module =
                Servlets.deployment()
                        .setClassLoader(getClass().getClassLoader())
                        .setContextPath("/")
                        .setDeploymentName("publisher-web")
                        .addServlet(Servlets.servlet(Reader.class).addMapping("/*"))
                        .addFilter(Servlets.filter("forms", BoundedForms.class))
                        .addFilter(Servlets.filter("origin", SameOrigin.class))
                        .addFilterUrlMapping("forms", "/*", DispatcherType.REQUEST)
                        .addFilterUrlMapping("origin", "/*", DispatcherType.REQUEST);
        var deployment = Servlets.defaultContainer().addDeployment(module);
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

    @Test
    void takesAFormOfTheGreatestLength() throws Exception {
        var answer = post(PAGE, FORM, form(BoundedForms.LONGEST));
        assertEquals(200, answer.statusCode());
        assertEquals(Integer.toString(BoundedForms.LONGEST - 6), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FORM, "Application/X-WWW-form-urlencoded;charset=utf-8", "*/*", "text/a"})
    void refusesALongerFormWithAPage(String type) throws Exception {
        var answer = post(PAGE, type, form(BoundedForms.LONGEST + 1));
        assertEquals(413, answer.statusCode());
        assertPage(answer, "A form has at most 256 KiB: send a shorter one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "*/*"})
    void refusesAFormThatDoesNotSayItsLength(String type) throws Exception {
        assertEquals(411, post(PAGE, type, unmeasured(100)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({PAGE + ",multipart/form-data;boundary=x", API + ",Multipart/Form-Data"})
    void takesNoMultipartBodies(String path, String type) throws Exception {
        assertEquals(415, post(path, type, form(100)).statusCode());
    }

    @Test
    void takesTheMultipartBodiesOfMailButNoLongOnes() throws Exception {
        String form = "multipart/form-data;boundary=x";
        assertEquals(200, post("/unsubscribe", form, form(100)).statusCode());
        assertEquals(413, post("/unsubscribe", form, form(BoundedForms.LONGEST + 1)).statusCode());
        String report = "multipart/report;boundary=x";
        assertEquals(200, post("/api/v1/mail/bounces", report, form(100)).statusCode());
        assertEquals(415, post("/unsubscribe", report, form(100)).statusCode());
        assertEquals(415, post("/api/v1/mail/bounces", form, form(100)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/library/open,200",
        "/gift,200",
        "/unsubscribe,200",
        "/confirm,200",
        "/reset,200",
        "/library/link,403",
        "/forgot,403",
        "/studio/account/closing,403"
    })
    void letsFormsWithATokenComeFromABrowserThatHidesItsOrigin(String path, int status)
            throws Exception {
        var request =
                request(path).header("Origin", "null").header("Content-Type", FORM).POST(form(100));
        assertEquals(status, client.send(request.build(), BodyHandlers.ofString()).statusCode());
        var foreign = request.copy().header("Sec-Fetch-Site", "cross-site").build();
        assertEquals(403, client.send(foreign, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void boundsFormsBelowTheApiTooAndAnswersThemWithAProblem() throws Exception {
        assertEquals(411, post(API, FORM, unmeasured(100)).statusCode());
        var answer = post(API, FORM, form(BoundedForms.LONGEST + 1));
        assertEquals(413, answer.statusCode());
        assertProblem(answer);
    }

    @Test
    void letsUploadsBeAsLongAsTheyAre() throws Exception {
        var answer =
                post(
                        "/api/v1/uploads/1",
                        "application/offset+octet-stream",
                        unmeasured(BoundedForms.LONGEST + 1));
        assertEquals(Integer.toString(BoundedForms.LONGEST + 1), answer.body());
    }

    @Test
    void letsPagesBeReadByWhoeverAsks() throws Exception {
        var page = request(PAGE).header("Content-Type", "application/json").GET().build();
        assertEquals(200, client.send(page, BodyHandlers.ofString()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PAGE,
                "/b/first-light/buy",
                "/orders/1/upgrade",
                "/orders/1/email",
                "/orders/1/gift-link",
                "/studio/1/orders/2/refunds"
            })
    void answersTheFormOfAnotherSiteWithAPageThatLeadsBack(String path) throws Exception {
        var answer = fromElsewhere(path);
        assertEquals(403, answer.statusCode());
        assertPage(answer, "This request comes from another site: repeat it on ours.");
        assertTrue(answer.body().contains("href=\"/\""), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {API, "/api/v1/offers/1/checkouts", "/api/v1/gifts"})
    void answersTheApiCallOfAnotherSiteWithAProblem(String path) throws Exception {
        var answer = fromElsewhere(path);
        assertEquals(403, answer.statusCode());
        assertProblem(answer);
    }

    private static void assertPage(HttpResponse<String> answer, String sentence) {
        assertEquals("text/html;charset=UTF-8", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'self'"));
        assertTrue(answer.body().contains(sentence), answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertTrue(header(answer, "Content-Type").startsWith("application/problem+json"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> fromElsewhere(String path) throws Exception {
        var request =
                request(path)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", FORM)
                        .POST(form(100));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws Exception {
        var request = request(path).header("Content-Type", type).POST(body);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + address.getPort()).resolve(path));
    }

    private static BodyPublisher form(int length) {
        return BodyPublishers.ofString("field=" + "x".repeat(length - "field=".length()));
    }

    private static BodyPublisher unmeasured(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }
}
