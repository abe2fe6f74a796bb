package io.seedhouse.paygate.sandbox.call;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata and the like in one column. */
public final class Texts {
    private static final Gson GSON = new Gson();
    private static final TypeToken<Map<String, String>> TYPE = new TypeToken<>() {};

    private Texts() {}

    /** Null for none. */
    public static @Nullable String write(Map<String, String> texts) {
        return texts.isEmpty() ? null : GSON.toJson(texts);
    }

    public static Map<String, String> read(@Nullable String json) {
        return json == null ? Map.of() : GSON.fromJson(json, TYPE);
    }
}
