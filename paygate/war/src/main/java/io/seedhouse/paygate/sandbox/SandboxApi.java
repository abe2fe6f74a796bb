package io.seedhouse.paygate.sandbox;

import com.stripe.net.ApiResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The two calls of Stripe's API that the shop makes.
 *
 * @param apiKey what a caller has to show
 * @param payPage address of the payment page, without the session's id
 */
record SandboxApi(String apiKey, SandboxSessions sessions, String payPage) {

    /** {@code POST /v1/checkout/sessions}. */
    ApiAnswer create(
            @Nullable String authorization,
            @Nullable String idempotencyKey,
            Map<String, String> form) {
        return answer(
                authorization,
                () -> sessions.open(SessionForm.parse(form), idempotencyKey),
                Set.of());
    }

    /**
     * {@code GET /v1/checkout/sessions/{id}}.
     *
     * @param expand names of the parts wanted in full
     */
    ApiAnswer retrieve(@Nullable String authorization, String id, Set<String> expand) {
        return answer(
                authorization,
                () -> sessions.find(id).orElseThrow(() -> StripeRefusal.missing(id)),
                expand);
    }

    private ApiAnswer answer(
            @Nullable String authorization, Supplier<SandboxSession> work, Set<String> expand) {
        try {
            authenticate(authorization);
            var session = SandboxModels.session(work.get(), sessions.now(), payPage, expand);
            return new ApiAnswer(200, ApiResource.GSON.toJson(session));
        } catch (StripeRefusal refusal) {
            return refusal.toAnswer();
        }
    }

    private void authenticate(@Nullable String authorization) {
        var expected = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
        var given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw StripeRefusal.wrongKey();
        }
    }

    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SandboxApi[" + payPage + "]";
    }
}
