package io.seedhouse.publisher.closing;

import java.util.List;
import java.util.UUID;

/** What became of {@link Closings#close}. */
public sealed interface Close {
    /**
     * @param drafts that went; their files are to be deleted
     */
    record Closed(List<UUID> drafts) implements Close {
        public Closed {
            drafts = List.copyOf(drafts);
        }
    }

    /** A bundle is being sealed: first that has to end. */
    record Sealing(String title) implements Close {}

    /** It is closed already. */
    record Unknown() implements Close {}
}
