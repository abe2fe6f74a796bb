package io.seedhouse.paygate.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That an order opens to a token. */
@Entity
@Table(name = "paygate_order_token")
class IssuedToken {
    @Id private byte[] hash;

    @Column(name = "order_id")
    private UUID orderId;

    private Instant created;

    protected IssuedToken() {}

    IssuedToken(OrderToken token, UUID orderId, Instant created) {
        this.hash = token.hash();
        this.orderId = orderId;
        this.created = created;
    }
}
