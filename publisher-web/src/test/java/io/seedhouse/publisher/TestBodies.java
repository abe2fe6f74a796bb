package io.seedhouse.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bodies of requests. */
public final class TestBodies {
    private TestBodies() {}

    public static Body of(String json) {
        return BodyReader.parse(json.getBytes(UTF_8));
    }
}
