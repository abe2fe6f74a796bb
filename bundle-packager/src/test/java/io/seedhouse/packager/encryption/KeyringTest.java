package io.seedhouse.packager.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyringTest {
    private final Identity one = Identity.generate();
    private final Identity two = Identity.generate();

    @Test
    void anIdentityIsInAgesOwnForm() {
        assertTrue(one.secret().matches("AGE-SECRET-KEY-1[0-9A-Z]{58}"));
        assertTrue(one.recipient().matches("age1[0-9a-z]{58}"));
        assertEquals(one.recipient(), Identity.parse(one.secret()).recipient());
    }

    @Test
    void everyIdentityIsNew() {
        assertFalse(one.equals(two));
    }

    @Test
    void readsBackWhatItWrote() throws KeyringException {
        Keyring keyring =
                new Keyring(
                        List.of(new Keyring.Entry("film.mp4", one), new Keyring.Entry("", two)));
        assertEquals(keyring.identities(), Keyring.parse(keyring.text()).identities());
        assertEquals("film.mp4", Keyring.parse(keyring.text()).entries().getFirst().remark());
    }

    @Test
    void toleratesBlankLinesAndOtherLineEnds() throws KeyringException {
        assertEquals(
                List.of(one),
                Keyring.parse("\r\n# mine\r\n" + one.secret() + " \r\n").identities());
    }

    @Test
    void aRemarkCannotSmuggleInALine() {
        String remark = "film\n" + two.secret();
        String text = new Keyring(List.of(new Keyring.Entry(remark, one))).text();
        assertEquals(3, text.lines().count());
    }

    @Test
    void namesTheBadLineWithoutRepeatingIt() {
        String mistyped = one.secret().substring(0, 40) + "QQQQ" + one.secret().substring(44);
        for (String bad : List.of(mistyped, "hello secret world", one.secret().substring(5))) {
            var refusal =
                    assertThrows(
                            KeyringException.class, () -> Keyring.parse("# a\n\n" + bad + "\n"));
            assertTrue(Samples.message(refusal).startsWith("line 3: "), Samples.message(refusal));
            for (Throwable e = refusal; e != null; e = e.getCause()) {
                assertFalse(String.valueOf(e).contains(bad.substring(6, 16)), String.valueOf(e));
            }
        }
    }

    @Test
    void refusesAKeyringWithoutIdentities() {
        assertThrows(KeyringException.class, () -> Keyring.parse("# nothing here\n"));
    }

    @Test
    void neverShowsASecret() {
        Keyring keyring = new Keyring(List.of(new Keyring.Entry("film", one)));
        assertFalse((keyring + " " + one).contains("SECRET"));
    }
}
