package io.seedhouse.paygate.keyvault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of one file: its recipient in clear, its secret sealed. The identity never changes;
 * a rotation seals it anew ({@link Rewrap}).
 */
@Entity
@IdClass(SealedIdentity.Key.class)
@Table(name = "paygate_identity")
class SealedIdentity {
    @Id
    @Column(name = "bundle_id")
    private UUID bundleId;

    @Id
    @Column(name = "file_id")
    private UUID fileId;

    private String recipient;
    private byte[] sealed;
    private Instant created;

    @Column(name = "key_id")
    private @Nullable Integer keyId;

    protected SealedIdentity() {}

    SealedIdentity(Key key, String recipient, byte[] sealed, int keyId, Instant created) {
        this.bundleId = key.bundleId();
        this.fileId = key.fileId();
        this.recipient = recipient;
        this.sealed = sealed;
        this.keyId = keyId;
        this.created = created;
    }

    Key key() {
        return new Key(bundleId, fileId);
    }

    String recipient() {
        return recipient;
    }

    byte[] sealed() {
        return sealed;
    }

    /** The key that sealed it; null in rows from before that was written down. */
    @Nullable Integer keyId() {
        return keyId;
    }

    /** Which file an identity opens; file ids are unique within their bundle. */
    record Key(UUID bundleId, UUID fileId) {}
}
