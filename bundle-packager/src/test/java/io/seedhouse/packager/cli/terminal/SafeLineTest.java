package io.seedhouse.packager.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.keys.Identity;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLineTest {
    private static final String SECRET = Identity.generate().secret();
    private static final String DATA = SECRET.substring("AGE-SECRET-KEY-1".length());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age-secret-key-backup.txt does not exist",
                "AGE-SECRET-KEY-BACKUP-OF-THE-WHOLE-FAMILY.TXT",
                "old/age_secret_keys_and_passwords.tar.gz",
                "AGE-SECRET-KEY-1.txt",
                "age-secret-key-1-of-three.txt",
                "age-secret-key-12026.txt",
                "age-plugin-yubikey-1.0.zip",
                "write a line AGE-SECRET-KEY-1...",
                "the sage-secretary-keeps-1-film.mp4",
                "magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a",
                "C12FE1C06BBA254A9DC9F519B335AA7C1367A88A",
            })
    void showsWhatIsNoSecret(String message) {
        assertEquals(message, SafeLine.of(message));
    }

    @Test
    void showsRecipients() {
        String recipient = Identity.generate().recipient();
        assertEquals("film.mp4=" + recipient, SafeLine.of("film.mp4=" + recipient));
    }

    @RepeatedTest(20)
    void showsNoIdentityHoweverItIsWritten() {
        String secret = Identity.generate().secret();
        String mixed = secret.substring(0, 40) + secret.substring(40).toLowerCase(Locale.ROOT);
        assertHidden(secret);
        assertHidden(secret.toLowerCase(Locale.ROOT));
        assertHidden(mixed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AGE-SECRET-KEY-1%s",
                "age-secret-key-1%s",
                "AGE-SECRET-KEY-PQ-1%s",
                "AGE-PLUGIN-YUBIKEY-1%s",
                "AGE-SECRETKEY-1%s",
                "age_secret-key-1%s",
                "age-sercet-key-1%s",
                "agesecretkey1%s",
                "%s",
            })
    void showsNoMistypedIdentityEither(String form) {
        assertHidden(form.formatted(DATA));
        if (form.startsWith("a")) {
            assertHidden(form.formatted(DATA.toLowerCase(Locale.ROOT)));
        }
        if (!form.equals("%s")) {
            assertHidden(form.formatted(DATA.substring(0, 9) + "B" + DATA.substring(10)));
            assertHidden(form.formatted(DATA.substring(0, 29) + "1" + DATA.substring(30)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGE-SECRET-KEY-1", "age-secret-key-1", "AGE-PLUGIN-FIDO2-1"})
    void showsNoPartOfAnIdentityThatWasCutOff(String name) {
        assertHidden(name + DATA.substring(0, 30).toLowerCase(Locale.ROOT));
        assertHidden(name + DATA.substring(0, 16));
    }

    @Test
    void keepsTheRestOfTheMessage() {
        assertEquals(
                "'a/AGE-....txt' and AGE-... are no films",
                SafeLine.of("'a/" + SECRET + ".txt' and " + SECRET + " are no films"));
    }

    @Test
    void keepsToOneLineAndSteersNoTerminal() {
        assertEquals("one two\\u001b[2J", SafeLine.of("one\ntwo\u001b[2J"));
    }

    private static void assertHidden(String secret) {
        String shown = SafeLine.of("the file in/" + secret + "=x does not exist");
        assertTrue(shown.startsWith("the file in/AGE-..."), shown);
        assertTrue(shown.endsWith(" does not exist"), shown);
        String end = secret.substring(secret.length() - 12);
        assertFalse(shown.contains(end), shown);
    }
}
