package io.seedhouse.paygate.sandbox.call;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One endpoint.
 *
 * @param method {@code GET} or {@code POST}
 * @param path below {@code /v1/}; {@code {id}} stands for the id of a thing
 */
public record Route(String method, Pattern path, Endpoint endpoint) {

    /** Checks the parameters; what it throws is not kept under the call's idempotency key. */
    @FunctionalInterface
    public interface Endpoint {
        /**
         * @param id of the thing, empty where the path names none
         */
        Work prepare(Params params, String id);
    }

    /** An endpoint that is read. */
    public static Route get(String path, Endpoint endpoint) {
        return new Route("GET", pattern(path), endpoint);
    }

    /** An endpoint that changes something. */
    public static Route post(String path, Endpoint endpoint) {
        return new Route("POST", pattern(path), endpoint);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace("{id}", "(?<id>[A-Za-z0-9_]{1,255})"));
    }

    /** The work of a call that is for this endpoint. */
    public Optional<Work> match(Call call) {
        var match = path.matcher(call.path());
        if (!method.equals(call.method()) || !match.matches()) {
            return Optional.empty();
        }
        var id = match.groupCount() == 0 ? "" : match.group("id");
        return Optional.of(endpoint.prepare(call.params(), id));
    }
}
