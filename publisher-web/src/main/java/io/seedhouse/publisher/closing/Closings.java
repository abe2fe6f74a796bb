package io.seedhouse.publisher.closing;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.session.Sessions;
import io.seedhouse.publisher.token.Tokens;
import io.seedhouse.publisher.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes accounts, each in one transaction: bundles are withdrawn, drafts, webhooks and addresses
 * left to the publisher are deleted, sessions and tokens end, and the mail address is free again.
 */
@ApplicationScoped
@Transactional
public class Closings {
    @Inject Accounts accounts;
    @Inject Bundles bundles;
    @Inject Contacts contacts;
    @Inject Webhooks webhooks;
    @Inject Sessions sessions;
    @Inject Tokens tokens;

    /**
     * @param reason for strangers who still ask for its bundles; one line
     */
    public Close close(UUID publisherId, String reason, Instant now) {
        if (!accounts.lock(publisherId)) {
            return new Close.Unknown();
        }
        List<Bundle> all = bundles.lockOfPublisher(publisherId);
        List<String> sealing = Reckoner.sealing(all);
        if (!sealing.isEmpty()) {
            return new Close.Sealing(sealing.getFirst());
        }
        all.forEach(bundle -> end(publisherId, bundle, reason));
        webhooks.ofPublisher(publisherId).forEach(w -> webhooks.remove(publisherId, w.id()));
        tokens.revokeAll(publisherId);
        sessions.closeAll(publisherId, null);
        accounts.close(publisherId, now);
        return new Close.Closed(
                all.stream()
                        .filter(bundle -> bundle.status() == Status.DRAFT)
                        .map(Bundle::id)
                        .toList());
    }

    private void end(UUID publisherId, Bundle bundle, String reason) {
        contacts.forget(bundle.id());
        if (bundle.status() == Status.DRAFT) {
            bundles.remove(publisherId, bundle.id());
        } else if (bundle.status() != Status.WITHDRAWN) {
            bundles.withdraw(publisherId, bundle.id(), reason);
        }
    }
}
