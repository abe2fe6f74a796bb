package io.seedhouse.paygate.gift;

import io.seedhouse.paygate.order.OrderToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a token redeems a gift. */
@Entity
@Table(name = "paygate_gift_token")
class GiftToken {
    @Id private byte[] hash;

    @Column(name = "order_id")
    private UUID orderId;

    private Instant created;

    protected GiftToken() {}

    GiftToken(OrderToken token, UUID orderId, Instant created) {
        this.hash = token.hash();
        this.orderId = orderId;
        this.created = created;
    }

    UUID orderId() {
        return orderId;
    }
}
