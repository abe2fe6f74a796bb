package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.notice.AccountNotices;
import io.seedhouse.publisher.notice.Kind;
import io.seedhouse.publisher.notice.MailLinks;
import io.seedhouse.publisher.notice.Purpose;
import io.seedhouse.publisher.session.Sessions;
import io.seedhouse.publisher.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what signs in. A new password ends every session but the one that set it and every
 * link that is under way, and the owner is told by mail.
 */
@ApplicationScoped
@Transactional
public class Changes {
    private static final List<Kind> UNDER_WAY = List.of(Kind.RESET, Kind.ADDRESS);

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject Tokens tokens;
    @Inject MailLinks links;
    @Inject AccountNotices notices;

    /**
     * A new password for somebody who gave the old one.
     *
     * @param session that asks; it stays
     * @throws Invalid for a password that breaks the rule
     */
    public void password(UUID publisherId, String password, UUID session, Instant now) {
        accounts.find(publisherId).ifPresent(p -> renew(p, password, session, now));
    }

    /**
     * A new password for whoever reads the mail of the account's address; it proves that too.
     *
     * @param revoked tokens that end as well
     */
    void reset(Publisher publisher, String password, Collection<UUID> revoked, Instant now) {
        renew(publisher, password, null, now);
        publisher.confirm(now);
        notices.drop(publisher.id(), List.of(Kind.CONFIRM));
        tokens.revoke(publisher.id(), revoked);
    }

    private void renew(Publisher publisher, String password, @Nullable UUID session, Instant now) {
        publisher.renew(accounts.hash(publisher, password));
        sessions.closeAll(publisher.id(), session);
        notices.drop(publisher.id(), UNDER_WAY);
        links.end(publisher.id(), EnumSet.of(Purpose.RESET, Purpose.ADDRESS), now);
        accounts.tell(Kind.PASSWORD_CHANGED, publisher, now);
    }

    /**
     * Asks for another address: a link goes there, and word of it to the old one. An address that
     * has an account gets nothing, and nobody is told so.
     *
     * @throws Invalid for what is no address, or is the same one
     */
    public void askForAddress(UUID publisherId, String email, Instant now) {
        String address = Address.of(email);
        accounts.find(publisherId).ifPresent(p -> askForAddress(p, address, now));
    }

    private void askForAddress(Publisher publisher, String address, Instant now) {
        notices.drop(publisher.id(), List.of(Kind.ADDRESS));
        links.end(publisher.id(), EnumSet.of(Purpose.ADDRESS), now);
        if (!address.equals(publisher.email())) {
            if (accounts.byEmail(address).isEmpty()) {
                accounts.tell(Kind.ADDRESS, publisher, address, publisher.name(), now);
            }
            accounts.tell(Kind.ADDRESS_ASKED, publisher, publisher.email(), address, now);
        }
    }

    /** What a link to a new address brings about; false when somebody else has it by now. */
    boolean move(Publisher publisher, String address, Instant now) {
        if (accounts.byEmail(address).isPresent()) {
            return false;
        }
        String before = publisher.email();
        publisher.move(address, now);
        notices.drop(publisher.id(), List.of(Kind.CONFIRM, Kind.RESET));
        links.end(publisher.id(), EnumSet.allOf(Purpose.class), now);
        accounts.tell(Kind.ADDRESS_CHANGED, publisher, before, address, now);
        return true;
    }
}
