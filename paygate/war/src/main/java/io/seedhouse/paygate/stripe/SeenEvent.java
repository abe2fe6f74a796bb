package io.seedhouse.paygate.stripe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event that was dealt with; the same id is not dealt with again. */
@Entity
@Table(name = "paygate_stripe_event")
class SeenEvent {
    @Id private String id;
    private String type;
    private Instant received;

    protected SeenEvent() {}

    SeenEvent(String id, String type, Instant received) {
        this.id = id;
        this.type = type;
        this.received = received;
    }
}
