package io.seedhouse.publisher.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed sending means. Of a server's answer only the numbers are kept (RFC 5321, section
 * 4.2, and RFC 3463): its words often hold the address.
 */
final class SmtpFault {
    private static final Pattern ANSWER =
            Pattern.compile(
                    "([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3}))?\\b.*", Pattern.DOTALL);

    private SmtpFault() {}

    static Posted of(MessagingException e) {
        // Only an answer about the recipient comes nested in a failure to send.
        Optional<Matcher> aboutRecipient =
                e instanceof SendFailedException
                        ? Optional.ofNullable(e.getNextException()).flatMap(SmtpFault::answer)
                        : Optional.empty();
        return aboutRecipient
                .filter(SmtpFault::forGood)
                .<Posted>map(a -> new Posted.Refused("the mail server answered " + numbers(a)))
                .orElseGet(() -> new Posted.Failed(reason(e, aboutRecipient)));
    }

    /**
     * A 5xx is for good, but for those that are about us and not about the address: we may not send
     * there (x.7.x), or should have signed in.
     */
    private static boolean forGood(Matcher answer) {
        String status = Objects.requireNonNullElse(answer.group(2), "");
        return answer.group(1).startsWith("5")
                && !answer.group(1).matches("503|530")
                && !status.matches("5\\.7\\..*");
    }

    private static String reason(MessagingException e, Optional<Matcher> aboutRecipient) {
        return aboutRecipient
                .or(() -> e instanceof AuthenticationFailedException ? Optional.empty() : answer(e))
                .map(a -> "the mail server answered " + numbers(a))
                .orElseGet(() -> reason(e));
    }

    private static String reason(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "the mail server refused the user or the password";
        }
        if (causes(e).anyMatch(SSLException.class::isInstance)) {
            return "the mail server's certificate or encryption is not to be trusted";
        }
        if (causes(e).anyMatch(UnknownHostException.class::isInstance)) {
            return "the mail server's name is unknown";
        }
        return "the mail server cannot be reached: "
                + causes(e).reduce((outer, inner) -> inner).orElse(e).getClass().getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.<@Nullable Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .map(Objects::requireNonNull);
    }

    private static Optional<Matcher> answer(Exception e) {
        return Optional.ofNullable(e.getMessage()).map(ANSWER::matcher).filter(Matcher::matches);
    }

    private static String numbers(Matcher answer) {
        return answer.group(2) == null ? answer.group(1) : answer.group(1) + " " + answer.group(2);
    }
}
