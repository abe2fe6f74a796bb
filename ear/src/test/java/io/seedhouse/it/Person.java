package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.it.Http.Answer;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Someone with a browser that keeps cookies and runs no JavaScript. */
final class Person {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    Answer open(String address) {
        return send(HttpRequest.newBuilder(Http.absolute(address)).GET());
    }

    /** Opens a page that must be there. */
    String page(String address) {
        Answer answer = open(address);
        assertEquals(200, answer.status(), address + ": " + answer.text());
        return answer.text();
    }

    /** Posts a form of our own pages; fields come as name, value, name, value. */
    Answer submit(String action, String... fields) {
        return submitFrom(PlatformUnderTest.baseUrl(), action, fields);
    }

    /** Posts a form and returns where the answer leads. */
    String follow(String action, String... fields) {
        Answer answer = submit(action, fields);
        assertEquals(303, answer.status(), answer.text());
        return answer.header("Location");
    }

    /** Pays at a payment page, and returns where that leads. */
    String pay(String checkout) {
        return follow(checkout, "card", "4242424242424242", "exp", "12/40", "cvc", "123");
    }

    /** Asks for the keyring of the order whose page this is. */
    Answer keyring(String order) {
        return open("/paygate/v1/orders/" + orderId(order) + "/keyring");
    }

    /** The id within the address of an order's page. */
    static String orderId(String order) {
        return find(order, "/orders/([0-9a-f-]{36})$");
    }

    /** As {@link #submit}, from a page of another site. */
    Answer submitFrom(String origin, String action, String... fields) {
        var form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return send(
                HttpRequest.newBuilder(Http.absolute(action))
                        .header("Origin", origin)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Uploads a small file in one request, as the upload script does. */
    void upload(String bundle, String name, String access, byte[] content) {
        String metadata =
                "bundle %s,filename %s,access %s"
                        .formatted(base64(bundle), base64(name), base64(access));
        Answer created =
                send(
                        tus("/api/v1/uploads")
                                .header("Upload-Length", String.valueOf(content.length))
                                .header("Upload-Metadata", metadata)
                                .POST(BodyPublishers.noBody()));
        assertEquals(201, created.status(), created.text());
        Answer stored =
                send(
                        tus(created.header("Location"))
                                .header("Upload-Offset", "0")
                                .header("Content-Type", "application/offset+octet-stream")
                                .method("PATCH", BodyPublishers.ofByteArray(content)));
        assertEquals(204, stored.status(), stored.text());
    }

    /** The first value of an attribute whose value matches, with entities resolved. */
    static String find(String page, String regex) {
        Matcher found = Pattern.compile(regex).matcher(page);
        if (!found.find()) {
            throw new AssertionError(regex + " is not on the page: " + page);
        }
        return found.group(1).replace("&amp;", "&");
    }

    /**
     * What a form of a page sends when its button is pressed: its hidden fields as name, value,
     * name, value, and after them what was typed.
     */
    static String[] filledIn(String page, String action, String... typed) {
        String form =
                find(
                        page.replaceAll("\\s+", " "),
                        "<form method=\"post\" action=\""
                                + Pattern.quote(action)
                                + "\">(.*?)</form>");
        Stream<String> hidden =
                HIDDEN.matcher(form).results().flatMap(f -> Stream.of(f.group(1), f.group(2)));
        return Stream.concat(hidden, Stream.of(typed)).toArray(String[]::new);
    }

    private static HttpRequest.Builder tus(String address) {
        return HttpRequest.newBuilder(Http.absolute(address))
                .header("Origin", PlatformUnderTest.baseUrl())
                .header("Tus-Resumable", "1.0.0");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer =
                    browser.send(
                            request.timeout(Duration.ofSeconds(60)).build(),
                            BodyHandlers.ofByteArray());
            var seen = new Answer(answer.statusCode(), answer.headers(), answer.body());
            Secrets.noteVisit(
                    answer.headers(), answer.uri().getRawPath() + query(answer), seen.text());
            return seen;
        } catch (java.io.IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String query(java.net.http.HttpResponse<?> answer) {
        String query = answer.uri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
