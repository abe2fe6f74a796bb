package io.seedhouse.publisher.account;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.RateLimit;
import io.seedhouse.publisher.notice.AccountNotices;
import io.seedhouse.publisher.notice.Kind;
import io.seedhouse.publisher.notice.MailLinks;
import io.seedhouse.publisher.notice.Proof;
import io.seedhouse.publisher.notice.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What links in mails of accounts do. They are asked for 20 times in ten minutes by one client, and
 * five times an hour for one address; what is beyond that sends nothing and looks the same.
 */
@ApplicationScoped
public class Recovery {
    private static final Set<Purpose> RESET = EnumSet.of(Purpose.RESET);
    private static final Set<Purpose> ADDRESSES = EnumSet.of(Purpose.CONFIRM, Purpose.ADDRESS);

    private final RateLimit perClient = new RateLimit(20, Duration.ofMinutes(10));
    private final RateLimit perMailbox = new RateLimit(5, Duration.ofHours(1));

    @Inject Accounts accounts;
    @Inject Changes changes;
    @Inject MailLinks links;
    @Inject AccountNotices notices;

    /**
     * Asks for a link that sets a new password. Nobody learns whether there is such an account.
     *
     * @param clientAddress where the request came from
     * @return empty when it was taken; otherwise how long until the client may ask again
     * @throws Invalid when it is no address
     */
    @Transactional
    public Optional<Duration> askForReset(String email, String clientAddress, Instant now) {
        String address = Address.of(email);
        Optional<Duration> wait = perClient.take(clientAddress);
        if (wait.isEmpty() && perMailbox.take(address).isEmpty()) {
            accounts.byEmail(address)
                    .ifPresentOrElse(
                            p -> accounts.tell(Kind.RESET, p, now),
                            () -> notices.recordNothing(Kind.RESET, now));
        }
        return wait;
    }

    /** How long until this account may ask for another mail; empty for at once. */
    public Optional<Duration> mayAskForMail(UUID publisherId) {
        return perMailbox.take(publisherId.toString());
    }

    /** What a link that sets a new password is worth; looking uses nothing up. */
    public Proof lookAtReset(String token, Instant now) {
        return links.look(token, RESET, now);
    }

    /**
     * Sets a new password.
     *
     * @param revoked tokens that end as well
     * @throws Invalid for a password that breaks the rule; the link is not used up then
     */
    @Transactional
    public Redeem reset(String token, String password, Collection<UUID> revoked, Instant now) {
        publisher(links.look(token, RESET, now))
                .ifPresent(p -> PasswordRule.require(password, p.email()));
        Proof proof = links.redeem(token, RESET, now);
        Optional<Publisher> publisher = publisher(proof);
        publisher.ifPresent(p -> changes.reset(p, password, revoked, now));
        return publisher.<Redeem>map(p -> new Redeem.Done(p.id())).orElseGet(() -> dead(proof));
    }

    /** What a link that proves an address is worth. */
    public Proof lookAtAddress(String token, Instant now) {
        return links.look(token, ADDRESSES, now);
    }

    /** Proves the account's address, or makes the proven one the account's. */
    @Transactional
    public Redeem confirm(String token, Instant now) {
        Proof proof = links.redeem(token, ADDRESSES, now);
        Optional<Publisher> publisher = publisher(proof);
        if (publisher.isEmpty() || !(proof instanceof Proof.Proven proven)) {
            return dead(proof);
        }
        if (proven.purpose() == Purpose.CONFIRM) {
            if (!proven.email().equals(publisher.get().email())) {
                return dead(new Proof.Expired());
            }
            accounts.confirm(proven.publisherId());
        } else if (!changes.move(publisher.get(), proven.email(), now)) {
            return new Redeem.Taken();
        }
        return new Redeem.Done(proven.publisherId());
    }

    /** The account of a proof, unless it was closed meanwhile. */
    private Optional<Publisher> publisher(Proof proof) {
        return proof instanceof Proof.Proven proven
                ? accounts.find(proven.publisherId())
                : Optional.empty();
    }

    private static Redeem dead(Proof proof) {
        return new Redeem.Dead(proof instanceof Proof.Proven ? new Proof.Unknown() : proof);
    }
}
