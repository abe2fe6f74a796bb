package io.seedhouse.publisher.mail;

import io.seedhouse.paygate.api.Notices;
import java.util.Optional;
import java.util.UUID;

/** What the paygate has to tell buyers. */
record BuyersOutbox(Notices notices, Letters letters) implements Outbox {
    @Override
    public Optional<Due> claim() {
        return notices.claim().map(notice -> new Due(notice.id(), () -> letters.write(notice)));
    }

    @Override
    public void sent(UUID id) {
        notices.sent(id);
    }

    @Override
    public void failed(UUID id, String reason) {
        notices.failed(id, reason);
    }

    @Override
    public void bounced(UUID id, String reason) {
        notices.bounced(id, reason);
    }
}
