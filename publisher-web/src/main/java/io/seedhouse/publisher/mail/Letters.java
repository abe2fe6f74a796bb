package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.api.Notices.Notice;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.library.Links;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.PageWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a notice's letter. Every token in it is made for this one writing and is committed, as a
 * hash, when {@link #write} returns; the letter is the only place that has the token itself.
 */
@ApplicationScoped
class Letters {
    private static final PageWriter PAGES = new PageWriter();

    @Inject Site site;
    @Inject Links links;
    @Inject Gifts gifts;
    @Inject Contacts contacts;

    /** Empty for a gift that was taken or given back meanwhile, or is not paid yet. */
    Optional<Letter> write(Notice notice) {
        return link(notice).map(link -> write(notice, link, Instant.now()));
    }

    private Optional<String> link(Notice notice) {
        if (notice.kind() != Kind.GIFT) {
            return Optional.of(site.url("/library/open?token=" + links.issue(notice.recipient())));
        }
        return Optional.ofNullable(notice.orderId())
                .flatMap(gifts::issueToken)
                .map(token -> site.url("/gift?token=" + token));
    }

    private Letter write(Notice notice, String link, Instant now) {
        Wording wording = Wording.of(notice, now);
        String unsubscribe = unsubscribe(notice);
        LetterView view = new LetterView(wording, link, once(notice), unsubscribe);
        return new Letter(
                notice.id(),
                notice.recipient(),
                wording.subject(),
                view.text(),
                new String(PAGES.render(new Page("mail/letter.jte", view)).toByteArray(), UTF_8),
                unsubscribe);
    }

    private String once(Notice notice) {
        return notice.kind() == Kind.GIFT
                ? "You need no account, now or later."
                : "The link works once, within %d minutes. Later, %s sends you another."
                        .formatted(Links.LIFE.toMinutes(), site.url("/library"));
    }

    /** A gift's letter goes to somebody else than the one who may have left an address. */
    private @Nullable String unsubscribe(Notice notice) {
        return Optional.ofNullable(notice.kind() == Kind.GIFT ? null : notice.orderId())
                .flatMap(contacts::issueToken)
                .map(token -> site.url("/unsubscribe?token=" + token))
                .orElse(null);
    }
}
