package io.seedhouse.paygate.keyvault;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the database knows of one key of the key file: its Tink id and what it is used for. */
@Entity
@Table(name = "paygate_vault_key")
class RegisteredKey {

    /** At most one key is in each; a rotation takes a key from the first to the last. */
    enum State {
        /** In the key file, so that it can be copied to other servers, but seals nothing yet. */
        NEXT,
        /** Seals all that is new, on every server. */
        SEALING,
        /** Seals nothing any more and opens what was not sealed anew yet. */
        RETIRED
    }

    @Id private int id;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant since;

    protected RegisteredKey() {}

    RegisteredKey(int id, State state, Instant since) {
        this.id = id;
        this.state = state;
        this.since = since;
    }

    int id() {
        return id;
    }

    State state() {
        return state;
    }

    /** As the key file writes it. */
    static String name(int id) {
        return Integer.toUnsignedString(id);
    }
}
