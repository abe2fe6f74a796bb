package io.seedhouse.publisher.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final String EMAIL = "ann.of.the.hills@studio.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "password",
                "Password1!",
                "contraseña123",
                "qwertyuiop",
                "letmein!!",
                "12345678",
                "1234567890",
                "87654321",
                "abcdefgh",
                "aaaaaaaa",
                "12121212",
                "abcabcabc",
                "seedhouse2027",
                "Ann.of.the.hills@Studio.example",
                "ann.of.the.hills"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThrows(Invalid.class, () -> PasswordRule.require(password, EMAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "passwords are tedious",
                "8f3k-22xq",
                "una vaca en el tejado",
                "        spaces",
                "12345679"
            })
    void takesWhatIsNot(String password) {
        assertEquals(password, PasswordRule.require(password, EMAIL));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1 << 20})
    void boundsTheLength(int length) {
        assertThrows(Invalid.class, () -> PasswordRule.require("xy".repeat(length), EMAIL));
    }
}
