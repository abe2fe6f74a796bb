package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonElement;
import io.seedhouse.paygate.sandbox.call.Answer;
import io.seedhouse.paygate.sandbox.call.Call;
import io.seedhouse.paygate.sandbox.call.Faults;
import io.seedhouse.paygate.sandbox.call.Faults.Kind;
import io.seedhouse.paygate.sandbox.call.Idempotency;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.call.Work;
import io.seedhouse.paygate.sandbox.event.Courier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Stripe's API that the shop makes.
 *
 * @param apiKey what a caller has to show
 */
record SandboxApi(
        String apiKey,
        List<Route> routes,
        Idempotency idempotency,
        Faults faults,
        Courier courier) {

    /** Answers any call, also one that is refused. */
    Answer answer(Call call) {
        return answer(call, faults::next);
    }

    /** The same, whatever faults are wished for. */
    Answer undisturbed(Call call) {
        return answer(call, Optional::empty);
    }

    private Answer answer(Call call, Supplier<Optional<Kind>> fault) {
        try {
            authenticate(call.authorization());
            return answer(call, fault.get());
        } catch (StripeRefusal refusal) {
            return refusal.toAnswer();
        }
    }

    private Answer answer(Call call, Optional<Kind> fault) {
        if (fault.equals(Optional.of(Kind.RATE_LIMIT))) {
            throw StripeRefusal.tooMany();
        }
        if (fault.equals(Optional.of(Kind.ERROR))) {
            // It would only come again under the same key, and Stripe says so.
            return idempotency.once(call, _ -> broken()).with("Stripe-Should-Retry", "false");
        }
        var answer = idempotency.once(call, work(call));
        if (call.isWrite()) {
            courier.call();
        }
        if (fault.equals(Optional.of(Kind.TIMEOUT))) {
            faults.hang();
        }
        return fault.equals(Optional.of(Kind.DROP)) ? answer.lose() : answer;
    }

    private static JsonElement broken() {
        throw StripeRefusal.broken();
    }

    private Work work(Call call) {
        return routes.stream()
                .flatMap(route -> route.match(call).stream())
                .findFirst()
                .orElseThrow(() -> StripeRefusal.noEndpoint(call));
    }

    void authenticate(@Nullable String authorization) {
        var expected = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
        var given = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw StripeRefusal.wrongKey();
        }
    }

    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "SandboxApi";
    }
}
