package io.seedhouse.paygate.sandbox.session;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.List;

/**
 * One line of a session.
 *
 * @param amount of one piece, in minor units
 */
public record Line(String name, long amount, long quantity) {
    private static final Gson GSON = new Gson();
    private static final TypeToken<List<Line>> TYPE = new TypeToken<>() {};

    long total() {
        return Math.multiplyExact(amount, quantity);
    }

    static String write(List<Line> lines) {
        return GSON.toJson(lines);
    }

    static List<Line> read(String json) {
        return GSON.fromJson(json, TYPE);
    }
}
