package io.seedhouse.packager.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    @TempDir Path folder;

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

    /** Remarks may change; but no identity is lost without a word. */
    @Test
    void everyFlippedBitOfAKeyringIsRefusedWithItsLineOrLosesNothing() throws IOException {
        Keyring keyring =
                new Keyring(
                        List.of(
                                new Keyring.Entry("film.mp4", one),
                                new Keyring.Entry("extra.mp4", two)));
        byte[] good = keyring.text().getBytes(StandardCharsets.US_ASCII);
        int line = 1;
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            line += bit % 8 == 0 && bit > 0 && good[bit / 8 - 1] == '\n' ? 1 : 0;
            assertRefusedOrWhole(write(bad), line, keyring.identities());
        }
    }

    /** A remark that is cut in two is refused for its second half. */
    private void assertRefusedOrWhole(Path file, int line, List<Identity> identities)
            throws IOException {
        try {
            assertEquals(identities, Keyring.read(file).identities());
        } catch (KeyringException refusal) {
            String message = Samples.message(refusal);
            assertTrue(message.matches("line (" + line + "|" + (line + 1) + "): .+"), message);
            assertFalse(message.contains(one.secret().substring(30, 36)), message);
            assertFalse(message.contains(two.secret().substring(30, 36)), message);
        }
    }

    @Test
    void refusesAnIdentityInsideARemark() throws KeyringException {
        String text = one.secret() + "\n# film.mp4 " + two.secret() + "\n";
        var refusal = assertThrows(KeyringException.class, () -> Keyring.parse(text));
        assertTrue(Samples.message(refusal).startsWith("line 2: an identity stands inside"));
        assertFalse(Samples.message(refusal).contains(two.secret()));
        Keyring odd = new Keyring(List.of(new Keyring.Entry(two.secret() + ".mp4", one)));
        assertEquals(List.of(one), Keyring.parse(odd.text()).identities());
    }

    @Test
    void readsWhatAgeKeygenAndOtherEditorsWrite() throws IOException {
        String keygen = "# created: 2026-11-20\n# public key: age1x\n" + one.secret() + "\n";
        Path marked = write(("\ufeff" + keygen).getBytes(StandardCharsets.UTF_8));
        Keyring.Entry entry = Keyring.read(marked).entries().getFirst();
        assertEquals(one, entry.identity());
        assertEquals("", entry.remark());
        byte[] latin = ("# \u00dcber uns\r\n" + one.secret()).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of(one), Keyring.read(write(latin)).identities());
    }

    @Test
    void saysWhenTheFileIsNoPlainText() {
        Path wide = write(("\ufeff" + one.secret()).getBytes(StandardCharsets.UTF_16LE));
        var refusal = assertThrows(KeyringException.class, () -> Keyring.read(wide));
        assertEquals(
                "it is stored as UTF-16; save it as plain text (UTF-8)", Samples.message(refusal));
        Path huge = write(new byte[Keyring.MAX_BYTES + 1]);
        assertThrows(KeyringException.class, () -> Keyring.read(huge));
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("keyring.txt"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
