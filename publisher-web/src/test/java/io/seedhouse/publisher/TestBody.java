package io.seedhouse.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bodies for tests of other packages. */
public final class TestBody {
    private TestBody() {}

    public static Body of(String json) {
        return BodyReader.parse(json.replace('\'', '"').getBytes(UTF_8));
    }
}
