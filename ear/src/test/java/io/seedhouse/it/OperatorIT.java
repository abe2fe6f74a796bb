package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator's commands against the running server, as a stranger calls them. */
@ExtendWith(ArquillianExtension.class)
class OperatorIT {

    private static CommandLine.Outcome operator(String... command) throws IOException {
        String[] whole = new String[command.length + 5];
        whole[0] = "operator";
        System.arraycopy(command, 0, whole, 1, command.length);
        whole[command.length + 1] = "--home";
        whole[command.length + 2] = PlatformUnderTest.home().toString();
        whole[command.length + 3] = "--server";
        whole[command.length + 4] = PlatformUnderTest.baseUrl();
        return CommandLine.seedhouse(whole);
    }

    private static String done(String... command) throws IOException {
        CommandLine.Outcome outcome = operator(command);
        assertEquals(0, outcome.status(), outcome.all());
        return outcome.output();
    }

    @Test
    void theKeyIsReplacedWhileTheServerRuns() throws Exception {
        String before = done("key-status");
        done("rotate-keys", "--prepare");
        done("rotate-keys");
        done("finish-rotation");
        String after = done("key-status");
        assertEquals(2, after.lines().count(), after);
        assertFalse(after.equals(before), after);
    }

    @Test
    void aBackupHoldsNoIdentityAndIsNotRestoredOverWhatIsThere() throws Exception {
        Path file = PlatformUnderTest.scratch().resolve("backup.zip").toAbsolutePath();
        Files.deleteIfExists(file);
        String said = done("backup", file.toString());
        assertTrue(said.contains("keep apart from it the key file"), said);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var text =
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains("AGE-SECRET-KEY"), entry.getName());
            }
        }
        CommandLine.Outcome again = operator("backup", file.toString());
        assertEquals(1, again.status(), again.all());
        CommandLine.Outcome restore = operator("restore", file.toString());
        assertEquals(1, restore.status(), restore.all());
        assertTrue(restore.errors().contains("not empty"), restore.errors());
    }

    @Test
    void theDoorIsClosedToWhoeverComesThroughAProxyOrWithoutTheToken() {
        String keys = PlatformUnderTest.baseUrl() + "/paygate/operator/keys";
        assertEquals(401, Http.anonymous().get(keys).status());
        assertEquals(
                404,
                Http.anonymous()
                        .getSecret(keys, Map.of("X-Forwarded-For", "203.0.113.7"))
                        .status());
    }
}
