package io.seedhouse.publisher.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Where letters to be sent come from, and what became of them goes to. */
interface Outbox {
    /** The next that is due, kept from other senders for longer than sending takes. */
    Optional<Due> claim();

    void sent(UUID id);

    /** It comes back later. */
    void failed(UUID id, String reason);

    void bounced(UUID id, String reason);

    /**
     * @param id of what is told, the same at every sending
     * @param letter writes it; empty where there is nothing to tell yet, or any more
     */
    record Due(UUID id, Supplier<Optional<Letter>> letter) {}
}
