package io.seedhouse.paygate.order;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address a receipt can go to. Stricter than RFC 5321 allows, like the e-mail field of HTML, but
 * with a dot in the domain and none at the ends of a part: what is refused here is a typing
 * mistake.
 */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern FORM =
            Pattern.compile(
                    "(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*@%2$s(?:\\.%2$s)+".formatted(ATOM, LABEL));

    /** Empty for what is no address; blanks around it do not matter. */
    public static Optional<EmailAddress> parse(String text) {
        var trimmed = text.strip();
        return trimmed.length() <= LONGEST && FORM.matcher(trimmed).matches()
                ? Optional.of(new EmailAddress(trimmed))
                : Optional.empty();
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
