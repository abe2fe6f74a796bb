package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Someone with an order, begun over REST.
 *
 * @param orderToken the only proof of the purchase
 * @param checkoutUrl where to pay
 */
record Buyer(String orderId, String orderToken, String checkoutUrl) {

    private static final Pattern FIELD = Pattern.compile("<input[^>]*>");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");

    static Buyer checkout(String offerId) {
        Answer answer =
                Http.anonymous()
                        .postForSecret(
                                "/api/v1/offers/" + offerId + "/checkouts",
                                "{\"email\":\"fan@audience.example\"}");
        assertEquals(201, answer.status(), answer.text());
        return new Buyer(
                answer.string("orderId"),
                answer.string("orderToken"),
                answer.string("checkoutUrl"));
    }

    /** Fills in the form of the payment page as a person would. */
    Answer pay(String card) {
        Answer page = Http.anonymous().get(checkoutUrl);
        assertEquals(200, page.status());
        var fields = new HashMap<String, String>();
        Matcher inputs = FIELD.matcher(page.text());
        while (inputs.find()) {
            attribute(inputs.group(), "name")
                    .ifPresent(name ->
                            fields.put(name, attribute(inputs.group(), "value").orElse("")));
        }
        assertTrue(
                fields.keySet().containsAll(java.util.List.of("card", "exp", "cvc")), page.text());
        fields.putAll(Map.of("card", card, "exp", "12/40", "cvc", "123"));
        return Http.anonymous().form(action(page), fields, Map.of());
    }

    Answer order() {
        return Http.bearer(orderToken).get("/api/v1/orders/" + orderId);
    }

    String keyringUrl() {
        return order().string("keyringUrl");
    }

    Answer keyring() {
        return Http.bearer(orderToken).getSecret(keyringUrl(), Map.of());
    }

    void awaitPaid() {
        Await.until(
                "the order is paid",
                Duration.ofSeconds(5),
                () -> Optional.of(order().string("status")).filter("paid"::equals));
    }

    private String action(Answer page) {
        Matcher form = ACTION.matcher(page.text());
        return form.find()
                ? java.net
                        .URI
                        .create(checkoutUrl)
                        .resolve(form.group(1).replace("&amp;", "&"))
                        .toString()
                : checkoutUrl;
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
