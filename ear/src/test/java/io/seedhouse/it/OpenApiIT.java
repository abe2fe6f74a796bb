package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the description of the API promises to programs, call by call, and nothing beside. */
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {
    private static final Set<String> CALLS =
            lines(
                    """
                    delete /api/v1/bundles/{id}/codes/{code}
                    delete /api/v1/bundles/{id}/jobs/{jobId}
                    delete /api/v1/bundles/{id}/tiers/{name}
                    delete /api/v1/tokens/{id}
                    delete /api/v1/uploads/{id}
                    delete /api/v1/webhooks/{id}
                    get /api/v1/bundles
                    get /api/v1/bundles/{id}
                    get /api/v1/bundles/{id}/codes
                    get /api/v1/bundles/{id}/contacts
                    get /api/v1/bundles/{id}/events
                    get /api/v1/bundles/{id}/files/{fileId}/content
                    get /api/v1/bundles/{id}/files/{fileId}/frames/{n}
                    get /api/v1/bundles/{id}/films
                    get /api/v1/bundles/{id}/jobs
                    get /api/v1/bundles/{id}/jobs/{jobId}
                    get /api/v1/bundles/{id}/figures
                    get /api/v1/bundles/{id}/orders
                    get /api/v1/bundles/{id}/orders/{orderId}/evidence
                    get /api/v1/digests/{id}
                    get /api/v1/orders/{orderId}
                    get /api/v1/tokens
                    get /api/v1/webhooks
                    get /api/v1/webhooks/{id}
                    get /api/v1/webhooks/{id}/deliveries
                    get /paygate/v1/orders/{orderId}/keyring
                    head /api/v1/uploads/{id}
                    head /paygate/v1/orders/{orderId}/keyring
                    options /api/v1/uploads
                    patch /api/v1/uploads/{id}
                    post /api/v1/bundles
                    post /api/v1/bundles/{id}/codes
                    post /api/v1/bundles/{id}/jobs
                    post /api/v1/bundles/{id}/orders/{orderId}/refunds
                    post /api/v1/bundles/{id}/publish
                    post /api/v1/bundles/{id}/recipients
                    post /api/v1/bundles/{id}/seal
                    post /api/v1/bundles/{id}/versions
                    post /api/v1/bundles/{id}/withdraw
                    post /api/v1/gifts
                    post /api/v1/mail/bounces
                    post /api/v1/offers/{offerId}/checkouts
                    post /api/v1/offers/{offerId}/quote
                    post /api/v1/orders/{orderId}/gift-link
                    post /api/v1/publishers
                    post /api/v1/tokens
                    post /api/v1/uploads
                    post /api/v1/webhooks
                    post /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay
                    post /api/v1/webhooks/{id}/on
                    post /api/v1/webhooks/{id}/replay
                    post /api/v1/webhooks/{id}/secret
                    post /api/v1/webhooks/{id}/test
                    put /api/v1/bundles/{id}
                    put /api/v1/bundles/{id}/files/{fileId}
                    put /api/v1/bundles/{id}/tiers/{name}
                    put /api/v1/digests/{id}
                    put /api/v1/bundles/{id}/windows
                    put /api/v1/orders/{orderId}/email
                    """);

    private final JsonObject paths = description().getAsJsonObject("paths");

    @Test
    void everyCallIsDescribedAndNothingElseIs() {
        assertEquals(String.join("\n", CALLS), String.join("\n", calls(operation -> true)));
    }

    @Test
    void everyCallSaysWhatItDoes() {
        assertEquals(Set.of(), calls(operation -> !operation.has("summary")));
    }

    private static JsonObject description() {
        Answer answer = Http.anonymous().get("/openapi?format=JSON");
        assertEquals(200, answer.status());
        return answer.json();
    }

    private Set<String> calls(Predicate<JsonObject> which) {
        var found = new TreeSet<String>();
        for (String path : paths.keySet()) {
            for (Map.Entry<String, ?> call : paths.getAsJsonObject(path).entrySet()) {
                if (call.getValue() instanceof JsonObject operation && which.test(operation)) {
                    found.add(call.getKey() + " " + path);
                }
            }
        }
        return found;
    }

    private static Set<String> lines(String text) {
        return Arrays.stream(text.split("\n")).collect(Collectors.toCollection(TreeSet::new));
    }
}
