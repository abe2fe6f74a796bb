package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class KeyringTextTest {
    private final Identity first = Identity.generate();
    private final Identity second = Identity.generate();

    private String keyring(String title, String file) {
        var order = new Access.Open(UUID.randomUUID(), title, "Film", List.of(), List.of());
        return KeyringText.write(
                order,
                List.of(new Keyring.Entry(file, first), new Keyring.Entry("score.flac", second)));
    }

    @Test
    void isReadBackByTheCommandLine() throws Exception {
        var text = keyring("Night Train", "film.mp4");
        assertEquals(List.of(first, second), Keyring.parse(text).identities());
        assertTrue(text.startsWith("# Keyring for Night Train, Film\n"), text);
    }

    @Test
    void saysInWhichFolderAFileLiesWhereTwoVersionsHaveIt() {
        var film = new PaidFile(UUID.randomUUID(), "film.mp4");
        var granted = new Granted(UUID.randomUUID(), "night-train-2", film);
        assertEquals("film.mp4", KeyringText.remark(granted, false));
        assertEquals("film.mp4, in the folder night-train-2", KeyringText.remark(granted, true));
        assertEquals(
                "film.mp4", KeyringText.remark(new Granted(UUID.randomUUID(), null, film), true));
    }

    @Test
    void keepsATitleFromAddingALineOfItsOwn() {
        var text = keyring("Night\nAGE-SECRET-KEY-1X\r\u2028Train\u0085", "film.mp4");
        var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        assertEquals(List.of(first.secret(), second.secret()), lines);
    }
}
