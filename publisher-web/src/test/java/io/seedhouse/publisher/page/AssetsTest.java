package io.seedhouse.publisher.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final int BUDGET = 100_000;

    @Test
    void servesNothingButWhatTheFrontEndBuildMade() {
        Stream.of("assets.properties", "../META-INF/persistence.xml", "", "seedhouse.css")
                .forEach(name -> assertFalse(Assets.made(name), name));
        assertTrue(Assets.made(Assets.url("seedhouse.css").substring("/assets/".length())));
    }

    @Test
    void staysWithinTheBudgetForStylesAndScripts() throws IOException {
        int bytes = 0;
        for (String name : new String[] {"seedhouse.css", "page.js", "studio.js"}) {
            try (InputStream in =
                    Objects.requireNonNull(Assets.class.getResourceAsStream(Assets.url(name)))) {
                bytes += in.readAllBytes().length;
            }
        }
        assertTrue(bytes < BUDGET, bytes + " bytes");
    }
}
