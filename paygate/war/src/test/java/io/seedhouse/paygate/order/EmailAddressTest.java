package io.seedhouse.paygate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "first.last+films@mail.example.co.uk",
                "o'brien@example.org",
                "x@1.example.com"
            })
    void takesAnAddress(String text) {
        assertEquals(Optional.of(new EmailAddress(text)), EmailAddress.parse(" " + text + " "));
    }

    @ParameterizedTest
    @MethodSource("typingMistakes")
    void refusesATypingMistake(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    static String[] typingMistakes() {
        return new String[] {
            "",
            "example.com",
            "a@b@example.com",
            "a@localhost",
            "a@example..com",
            "a@-example.com",
            ".a@example.com",
            "a.@example.com",
            "a b@example.com",
            "a@example.com\nBcc: b@example.com",
            "<a@example.com>",
            "a".repeat(65) + "@example.com",
            "a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4) + ".example"
        };
    }
}
