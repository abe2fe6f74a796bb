package io.seedhouse.publisher.mail;

import io.seedhouse.publisher.notice.AccountNotices;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What owners of accounts have to be told. */
record AccountsOutbox(AccountNotices notices, AccountLetters letters) implements Outbox {
    @Override
    public Optional<Due> claim() {
        return notices.claim(Instant.now())
                .map(notice -> new Due(notice.id(), () -> Optional.of(letters.write(notice))));
    }

    @Override
    public void sent(UUID id) {
        notices.sent(id);
    }

    @Override
    public void failed(UUID id, String reason) {
        notices.failed(id, reason, Instant.now());
    }

    @Override
    public void bounced(UUID id, String reason) {
        notices.bounced(id, reason);
    }
}
