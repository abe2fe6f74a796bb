package io.seedhouse.paygate.sandbox.call;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An error as Stripe's API answers it. Source: docs.stripe.com/api/errors and
 * docs.stripe.com/error-codes.
 */
public final class StripeRefusal extends RuntimeException {
    private static final String INVALID = "invalid_request_error";

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

    /** A bad parameter, or one that does not fit the state of things. */
    public static StripeRefusal of(@Nullable String code, @Nullable String param, String message) {
        return new StripeRefusal(400, INVALID, code, param, message);
    }

    /**
     * @param thing what it would be, for instance {@code refund}
     */
    public static StripeRefusal missing(String thing, String param, String id) {
        return new StripeRefusal(
                404, INVALID, "resource_missing", param, "No such %s: '%s'".formatted(thing, id));
    }

    /** The API key is not ours. */
    public static StripeRefusal wrongKey() {
        return new StripeRefusal(401, INVALID, null, null, "Invalid API Key provided.");
    }

    /** There is no such endpoint. */
    public static StripeRefusal noEndpoint(Call call) {
        return new StripeRefusal(
                404,
                INVALID,
                null,
                null,
                "Unrecognized request URL (%s: /v1/%s).".formatted(call.method(), call.path()));
    }

    /** Too many calls at once. */
    public static StripeRefusal tooMany() {
        return new StripeRefusal(429, INVALID, "rate_limit", null, "Request rate limit exceeded.");
    }

    /** Stripe's own mistake. */
    public static StripeRefusal broken() {
        return new StripeRefusal(
                500,
                "api_error",
                null,
                null,
                "An unknown error occurred; the sandbox was told to.");
    }

    /** The idempotency key came first with other parameters, or for another endpoint. */
    static StripeRefusal reusedKey(String path, String firstPath) {
        var message =
                path.equals(firstPath)
                        ? "Keys for idempotent requests can only be used with the same parameters they were first used with."
                        : "Keys for idempotent requests can only be used for the same endpoint they were first used for ('/v1/%s' vs '/v1/%s')."
                                .formatted(path, firstPath);
        return new StripeRefusal(400, "idempotency_error", null, null, message);
    }

    /** A call with the same key is still under way. */
    static StripeRefusal keyInUse() {
        return new StripeRefusal(
                409,
                INVALID,
                "idempotency_key_in_use",
                null,
                "There is currently another in-progress request using this idempotency key; try again later.");
    }

    /** The error as JSON. */
    public Answer toAnswer() {
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
        return new Answer(status, body.toString());
    }
}
