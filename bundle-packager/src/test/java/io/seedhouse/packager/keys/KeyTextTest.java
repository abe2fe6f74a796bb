package io.seedhouse.packager.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Samples;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to somebody who mistypes a recipient or an identity. */
class KeyTextTest {
    private static final String IDENTITY =
            "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
    private static final String RECIPIENT =
            "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef";

    @Test
    void readsAPairAsAgeKeygenDoes() {
        assertEquals(IDENTITY, Identity.parse(IDENTITY).secret());
        assertEquals(RECIPIENT, Identity.parse(IDENTITY).recipient());
        assertEquals(RECIPIENT, Recipient.parse(RECIPIENT).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                | the recipient is empty
                    age1                              | the recipient is cut short: it has 4 characters instead of 62
                    age                               | the recipient is cut short: it has 3 characters instead of 62
                    bob                               | the recipient does not begin with age1 but differs from that at character 1
                    agf1zvkyg                         | the recipient does not begin with age1 but differs from that at character 3
                    ssh-ed25519 AAAAC3                | that is an SSH key, not a recipient
                    age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t | that is a recipient of an age plugin
                    """)
    void saysWhatIsNoRecipient(String text, String reason) {
        assertTrue(refusal(text, Recipient::parse).startsWith(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                | the identity is empty
                    age1zvkyg2lqzraa2lnjv             | that is a recipient, which only locks
                    AGE-PLUGIN-YUBIKEY-1QQP           | that is an identity of an age plugin
                    AGE-SECRET-KEY-PQ-1QQP            | that is an identity of an age plugin or of another kind
                    -----BEGIN OPENSSH PRIVATE KEY--- | here begins an encrypted file or a key of another program
                    hello                             | the identity does not begin with AGE-SECRET-KEY-1 but differs from that at character 1
                    """)
    void saysWhatIsNoIdentity(String text, String reason) {
        assertTrue(refusal(text, Identity::parse).startsWith(reason));
    }

    @Test
    void anIdentityGivenAsARecipientIsNamedAsSecretAndNotRepeated() {
        for (String text :
                new String[] {IDENTITY, IDENTITY.toLowerCase(Locale.ROOT), " " + IDENTITY}) {
            String refusal = refusal(text, Recipient::parse);
            assertTrue(refusal.startsWith("that is a secret identity, not a recipient"), refusal);
            assertFalse(refusal.toUpperCase(Locale.ROOT).contains("EGTZVFF"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "b, a 'b'; 'i'; 'o' or '1'; which no key has; at character 21",
        "1, a 'b'; 'i'; 'o' or '1'; which no key has; at character 21",
        "'-', punctuation; which no key has; at character 21",
        "' ', a space at character 21",
        "\u00e9, a character that is not ASCII at character 21",
        "'\u0007', a control character at character 21",
    })
    void namesKindAndPlaceOfAWrongCharacter(String character, String reason) {
        String expected = reason.replace(';', ',');
        assertEquals(
                "the recipient has " + expected,
                refusal(with(RECIPIENT, 20, character), Recipient::parse));
        String inIdentity = with(IDENTITY, 20, character.toUpperCase(Locale.ROOT));
        assertEquals("the identity has " + expected, refusal(inIdentity, Identity::parse));
    }

    @Test
    void namesWrongCase() {
        assertEquals(
                "the recipient must be written in small letters",
                refusal(RECIPIENT.toUpperCase(Locale.ROOT), Recipient::parse));
        assertEquals(
                "the identity must be written in capitals",
                refusal(IDENTITY.toLowerCase(Locale.ROOT), Identity::parse));
        assertEquals(
                "the recipient mixes capital and small letters, first at character 21",
                refusal(with(RECIPIENT, 20, "N"), Recipient::parse));
        assertEquals(
                "the identity mixes capital and small letters, first at character 21",
                refusal(with(IDENTITY, 20, "n"), Identity::parse));
    }

    @Test
    void namesWrongLengthsAndChecksums() {
        assertEquals(
                "the identity is cut short: it has 73 characters instead of 74",
                refusal(IDENTITY.substring(0, 73), Identity::parse));
        assertEquals(
                "the identity is too long: it has 75 characters instead of 74",
                refusal(IDENTITY + "Q", Identity::parse));
        assertEquals(
                "the identity is mistyped in one or more characters: its checksum does not fit",
                refusal(with(IDENTITY, 30, "Q"), Identity::parse));
    }

    @Test
    void everyMistypedCharacterIsNoticedAndTheSecretNeverRepeated() {
        for (int i = 0; i < IDENTITY.length(); i++) {
            for (char c = 1; c < 300; c++) {
                if (c != IDENTITY.charAt(i)) {
                    String refusal = refusal(with(IDENTITY, i, "" + c), Identity::parse);
                    assertFalse(refusal.contains(IDENTITY.substring(40, 46)), refusal);
                }
            }
        }
    }

    @Test
    void refusesPointsOfLowOrder() {
        byte[] point = new byte[KeyText.BYTES];
        String zero = KeyText.RECIPIENT.write(point);
        assertEquals(
                "the recipient belongs to no identity: its point has low order",
                refusal(zero, Recipient::parse));
        point[0] = 1;
        String one = KeyText.RECIPIENT.write(point);
        assertTrue(refusal(one, Recipient::parse).contains("low order"));
    }

    private static String with(String text, int index, String character) {
        return text.substring(0, index) + character + text.substring(index + 1);
    }

    private static String refusal(String text, Function<String, ?> parse) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> parse.apply(text), text);
        assertNull(refusal.getCause());
        return Samples.message(refusal);
    }
}
