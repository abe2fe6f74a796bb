package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.door.AddressPrefix;
import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.order.OrderToken;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands keyrings over. A release goes on record when the keyring is written out in full and before
 * anything of it is sent, so the record holds neither a keyring that failed nor too few. All of it
 * is one transaction: two queries, one new row.
 */
record Handover(KeyringGate gate, Vault vault) {

    /** What {@link #give} came to. */
    sealed interface Given {
        /** The keyring's text; full of secrets, so it is left out of what may reach a log. */
        record Keys(String text) implements Given {
            @Override
            public String toString() {
                return "Keys";
            }
        }

        record Refused(Access why) implements Given {}
    }

    /** Whether the keyring would be given; hands nothing over and records nothing. */
    Access look(Optional<UUID> orderId, Optional<OrderToken> token) {
        return orderId.isEmpty() || token.isEmpty()
                ? new Access.Unknown()
                : gate.open(orderId.get(), token.get());
    }

    Given give(Optional<UUID> orderId, Optional<OrderToken> token, AddressPrefix client) {
        return orderId.isEmpty() || token.isEmpty()
                ? new Given.Refused(new Access.Unknown())
                : gate.release(orderId.get(), token.get(), client, this::answer);
    }

    private Given answer(EntityManager db, Access access) {
        return access instanceof Access.Open open
                ? new Given.Keys(KeyringText.write(open, vault.unseal(db, open.granted())))
                : new Given.Refused(access);
    }
}
