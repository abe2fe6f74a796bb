package io.seedhouse.paygate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.home.PrivateFile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxKeysTest {
    @TempDir Path home;

    private SandboxKeys open(String name, Optional<String> webhookSecret) {
        return SandboxKeys.open(new PrivateFile(home.resolve(name)), webhookSecret);
    }

    @Test
    void areTheSameAfterARestartAndOthersElsewhere() {
        assertEquals(open("a.json", Optional.empty()), open("a.json", Optional.empty()));
        assertNotEquals(open("a.json", Optional.empty()), open("b.json", Optional.empty()));
    }

    @Test
    void giveWayToAConfiguredWebhookSecret() {
        var keys = open("a.json", Optional.of("whsec_configured"));
        assertEquals("whsec_configured", keys.webhookSecret());
        assertNotEquals("whsec_configured", open("a.json", Optional.empty()).webhookSecret());
    }

    @Test
    void refuseAFileThatHoldsNone() throws Exception {
        new PrivateFile(home.resolve("a.json")).create("{\"apiKey\":");
        assertThrows(IllegalStateException.class, () -> open("a.json", Optional.empty()));
    }
}
