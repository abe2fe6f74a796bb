package io.seedhouse.paygate.sandbox.call;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the API answers.
 *
 * @param json the body
 * @param headers further headers, by name
 * @param lost whether the connection shall break before the answer is through
 */
public record Answer(int status, String json, Map<String, String> headers, boolean lost) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A plain answer. */
    public Answer(int status, String json) {
        this(status, json, Map.of(), false);
    }

    /** A call that worked. */
    public static Answer done(JsonElement json) {
        return new Answer(200, json.toString());
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, json, more, lost);
    }

    /** The same, but the caller never gets it. */
    public Answer lose() {
        return new Answer(status, json, headers, true);
    }
}
