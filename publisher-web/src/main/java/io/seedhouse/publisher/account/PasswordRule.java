package io.seedhouse.publisher.account;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.Locale;
import java.util.Set;

/**
 * What a new password must be: long enough, and not among the first that somebody would try. No
 * kinds of characters are asked for, since people answer that with an exclamation mark at the end.
 */
final class PasswordRule {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    /** Without digits and signs at the end, which do not help. */
    private static final Set<String> OBVIOUS =
            Set.of(
                    "password",
                    "passwort",
                    "passwd",
                    "passw0rd",
                    "p@ssword",
                    "p@ssw0rd",
                    "contrasena",
                    "contraseña",
                    "clave",
                    "secret",
                    "secreto",
                    "geheim",
                    "letmein",
                    "welcome",
                    "bienvenido",
                    "changeme",
                    "cambiame",
                    "default",
                    "admin",
                    "administrator",
                    "administrador",
                    "root",
                    "user",
                    "usuario",
                    "login",
                    "guest",
                    "test",
                    "testtest",
                    "testing",
                    "demo",
                    "sample",
                    "qwerty",
                    "qwertz",
                    "azerty",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "asdfasdf",
                    "qwerqwer",
                    "qazwsxedc",
                    "abcdefgh",
                    "abcdefghi",
                    "abcabc",
                    "abcd",
                    "abc",
                    "iloveyou",
                    "teamo",
                    "tequiero",
                    "sunshine",
                    "princess",
                    "princesa",
                    "football",
                    "futbol",
                    "baseball",
                    "superman",
                    "batman",
                    "starwars",
                    "dragon",
                    "monkey",
                    "master",
                    "shadow",
                    "whatever",
                    "trustno",
                    "computer",
                    "internet",
                    "michael",
                    "charlie",
                    "barcelona",
                    "realmadrid",
                    "seedhouse",
                    "bittorrent",
                    "film",
                    "films",
                    "movie",
                    "movies",
                    "pelicula",
                    "peliculas",
                    "studio",
                    "estudio",
                    "cinema",
                    "publisher");

    private PasswordRule() {}

    /**
     * @param email of the account
     * @return the password
     * @throws Invalid with the rule that it breaks
     */
    static String require(String password, String email) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Invalid("password", say("account.password.length", SHORTEST, LONGEST));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.equals(email) || plain.equals(email.replaceFirst("@.*", ""))) {
            throw new Invalid("password", say("account.password.address"));
        }
        if (isObvious(plain)) {
            throw new Invalid("password", say("account.password.obvious"));
        }
        return password;
    }

    private static boolean isObvious(String plain) {
        String bare = plain.replaceFirst("[\\d\\p{Punct}\\s]+$", "");
        return OBVIOUS.contains(bare) || isOneThing(plain) || isRow(plain);
    }

    /** {@code aaaaaaaa}, {@code 12121212}, {@code abcabcabc}. */
    private static boolean isOneThing(String plain) {
        return plain.matches("(.{1,4})\\1+");
    }

    /** {@code 12345678}, {@code 87654321}, {@code 23456789}: each the neighbour of the last. */
    private static boolean isRow(String plain) {
        int step = plain.charAt(1) - plain.charAt(0);
        if (Math.abs(step) != 1) {
            return false;
        }
        for (int i = 2; i < plain.length(); i++) {
            boolean over = plain.charAt(i - 1) == '9' && plain.charAt(i) == '0' && step == 1;
            if (plain.charAt(i) - plain.charAt(i - 1) != step && !over) {
                return false;
            }
        }
        return true;
    }
}
