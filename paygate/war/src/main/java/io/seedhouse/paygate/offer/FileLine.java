package io.seedhouse.paygate.offer;

import io.seedhouse.paygate.api.PaidFile;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A {@link PaidFile} as a row of an offer or of an order. */
@Embeddable
public record FileLine(@Column(name = "file_id") UUID fileId, String name) {

    static FileLine of(PaidFile file) {
        return new FileLine(file.id(), file.name());
    }

    /** The row as the contract names it. */
    public PaidFile toPaidFile() {
        return new PaidFile(fileId, name);
    }
}
