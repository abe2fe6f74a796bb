package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.notice.AccountNotice;
import io.seedhouse.publisher.notice.MailLinks;
import io.seedhouse.publisher.notice.Purpose;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.PageWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Writes the letters to owners of accounts, in the language they used when the notice was recorded.
 * As with buyers' letters, a token is made for one writing and committed as a hash.
 */
@ApplicationScoped
class AccountLetters {
    private static final PageWriter PAGES = new PageWriter();

    @Inject Site site;
    @Inject MailLinks links;

    Letter write(AccountNotice notice) {
        Reader reader = Reader.of(Language.of(notice.language()).orElse(Language.ENGLISH));
        return reader.get(() -> letter(notice, Instant.now()));
    }

    private Letter letter(AccountNotice notice, Instant now) {
        AccountWording words = AccountWording.of(notice);
        LetterView view = new LetterView(words.wording(), link(notice, now), words.once(), null);
        return new Letter(
                notice.id(),
                notice.recipient(),
                words.wording().subject(),
                view.text(),
                new String(PAGES.render(new Page("mail/letter.jte", view)).toByteArray(), UTF_8),
                null);
    }

    private String link(AccountNotice notice, Instant now) {
        Purpose purpose = notice.kind().purpose();
        if (purpose == null) {
            return site.url(
                    switch (notice.kind()) {
                        case PASSWORD_CHANGED -> "/forgot";
                        case ADDRESS_ASKED -> "/studio/account";
                        default -> "/";
                    });
        }
        String page = purpose == Purpose.RESET ? "/reset" : "/confirm";
        String token = links.issue(notice.publisherId(), purpose, notice.recipient(), now);
        return site.url(page + "?token=" + token);
    }
}
