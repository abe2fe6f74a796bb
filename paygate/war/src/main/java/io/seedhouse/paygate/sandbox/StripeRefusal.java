package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** An error as Stripe's API answers it. */
final class StripeRefusal extends RuntimeException {
    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;

    private StripeRefusal(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    /** A bad parameter. */
    static StripeRefusal of(String code, String param, String message) {
        return new StripeRefusal(400, "invalid_request_error", code, param, message);
    }

    static StripeRefusal missing(String id) {
        return new StripeRefusal(
                404,
                "invalid_request_error",
                "resource_missing",
                "session",
                "No such checkout.session: " + id);
    }

    static StripeRefusal wrongKey() {
        return new StripeRefusal(
                401, "invalid_request_error", null, null, "Invalid API Key provided.");
    }

    static StripeRefusal reusedKey() {
        return new StripeRefusal(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.");
    }

    ApiAnswer toAnswer() {
        var error = new JsonObject();
        error.addProperty("type", type);
        error.addProperty("message", getMessage());
        if (code != null) {
            error.addProperty("code", code);
        }
        if (param != null) {
            error.addProperty("param", param);
        }
        var body = new JsonObject();
        body.add("error", error);
        return new ApiAnswer(status, body.toString());
    }
}
