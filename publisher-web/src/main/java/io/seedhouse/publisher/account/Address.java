package io.seedhouse.publisher.account;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/** Mail addresses of accounts, in lower case. */
final class Address {
    static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    private Address() {}

    /**
     * As all comparisons need it.
     *
     * @throws Invalid for what is no address
     */
    static String of(String given) {
        String email = given.strip().toLowerCase(Locale.ROOT);
        if (!isOne(email)) {
            throw new Invalid("email", say("account.email.malformed"));
        }
        return email;
    }

    static boolean isOne(String email) {
        return email.length() <= LONGEST && FORM.matcher(email).matches();
    }
}
