package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.keyvault.SealedIdentity.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells whether the key file of this server opens what is about to become its vault. */
@ApplicationScoped
public class KeyCheck {
    @Inject VaultKeeper keeper;

    /** Tries every identity; one sentence about the first that does not open. */
    public Optional<String> refusal(Connection db) throws SQLException {
        var sealer = keeper.vault().sealer();
        try (var statement = db.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select bundle_id, file_id, sealed, key_id from paygate_identity")) {
            while (rows.next()) {
                open(sealer, rows);
            }
            return Optional.empty();
        } catch (IllegalStateException lacking) {
            return Optional.of(
                    "The key file %s does not open this backup: stop the server, put the key file there that was kept apart from the backup, start and restore again."
                            .formatted(keeper.path()));
        }
    }

    private static void open(Sealer sealer, ResultSet row) throws SQLException {
        var key = new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        @Nullable Integer keyId = row.getObject(4, Integer.class);
        sealer.unseal(keyId, key, row.getBytes(3));
    }
}
