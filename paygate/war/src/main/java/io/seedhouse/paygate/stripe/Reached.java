package io.seedhouse.paygate.stripe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Up to when events were asked for; there is one such row. */
@Entity
@Table(name = "paygate_stripe_cursor")
class Reached {
    static final int ONLY = 1;

    @Id private int id = ONLY;

    @Column(name = "reached")
    private Instant until;

    protected Reached() {}

    Reached(Instant until) {
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
