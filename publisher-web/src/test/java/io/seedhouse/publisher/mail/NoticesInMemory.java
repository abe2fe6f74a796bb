package io.seedhouse.publisher.mail;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Notices;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
final class NoticesInMemory implements Notices {
    final Deque<Notice> due = new ArrayDeque<>();
    final List<Notice> waiting = new ArrayList<>();
    final List<UUID> sent = new ArrayList<>();
    final Map<UUID, String> failed = new LinkedHashMap<>();
    final Map<UUID, String> bounced = new LinkedHashMap<>();

    /** Dies between the mail server's yes and noting it. */
    boolean dying;

    private final Map<UUID, Notice> claimed = new LinkedHashMap<>();

    static Notice notice(Kind kind, String recipient) {
        return notice(kind, recipient, "First light", null, null);
    }

    static Notice notice(
            Kind kind,
            String recipient,
            String title,
            @Nullable Instant premiere,
            @Nullable String words) {
        return new Notice(
                UUID.randomUUID(),
                kind,
                recipient,
                kind == Kind.LIBRARY ? null : UUID.randomUUID(),
                UUID.randomUUID(),
                title,
                "The film",
                new Money(300, "usd"),
                premiere,
                words,
                Instant.now());
    }

    Notice add(Notice notice) {
        due.add(notice);
        return notice;
    }

    /** The time of those that failed, and of leases nobody ended, has come again. */
    void later() {
        due.addAll(waiting);
        due.addAll(claimed.values());
        waiting.clear();
        claimed.clear();
    }

    @Override
    public Optional<Notice> claim() {
        Optional<Notice> next = Optional.ofNullable(due.poll());
        next.ifPresent(n -> claimed.put(n.id(), n));
        return next;
    }

    @Override
    public void sent(UUID noticeId) {
        if (dying) {
            throw new IllegalStateException("died");
        }
        claimed.remove(noticeId);
        sent.add(noticeId);
    }

    @Override
    public void failed(UUID noticeId, String reason) {
        Optional.ofNullable(claimed.remove(noticeId)).ifPresent(waiting::add);
        failed.put(noticeId, reason);
    }

    @Override
    public void bounced(UUID noticeId, String reason) {
        claimed.remove(noticeId);
        bounced.put(noticeId, reason);
    }
}
