package io.seedhouse.publisher.recipient;

import io.seedhouse.publisher.bundle.BundleFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The id that a file will have; identities belong to ids, so its recipient can be issued. */
@Entity
@IdClass(Reservation.Key.class)
@Table(name = "publisher_reservation")
class Reservation {
    @Id
    @Column(name = "bundle_id")
    private UUID bundleId;

    @Id
    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "file_id")
    private UUID fileId;

    private Instant created;

    protected Reservation() {}

    Reservation(Key key) {
        this.bundleId = key.bundleId();
        this.nameKey = key.nameKey();
        this.fileId = UUID.randomUUID();
        this.created = Instant.now();
    }

    UUID fileId() {
        return fileId;
    }

    /** Names that differ only in case or in the form of their accents are one. */
    record Key(UUID bundleId, String nameKey) {
        static Key of(UUID bundleId, SealedName name) {
            return new Key(bundleId, BundleFile.key(name.clear()));
        }
    }
}
