package io.seedhouse.publisher.mail;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.notice.AccountNotice;
import io.seedhouse.publisher.notice.Kind;
import io.seedhouse.publisher.notice.MailLinks;
import java.util.List;
import java.util.Locale;

/**
 * What a letter to the owner of an account says.
 *
 * @param once what its link is good for, and for how long
 */
record AccountWording(Wording wording, String once) {
    static AccountWording of(AccountNotice notice) {
        String kind = notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String mail = "account.mail." + kind;
        String detail = Plain.line(notice.detail());
        Wording wording =
                new Wording(
                        say(mail + ".subject", detail),
                        List.of(say(mail + ".what", detail), say(mail + ".not-you")),
                        null,
                        say(mail + ".label"));
        return new AccountWording(wording, once(notice.kind()));
    }

    private static String once(Kind kind) {
        return kind.purpose() == null
                ? say("account.mail.no-answer")
                : count("account.mail.once", MailLinks.LIFE.toMinutes());
    }
}
