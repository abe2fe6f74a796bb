package io.seedhouse.paygate.sandbox.event;

import com.google.gson.JsonElement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event with the state of its delivery. */
@Entity
@Table(name = "paygate_sandbox_event")
class SandboxEvent {
    static final String PENDING = "pending";
    static final String DELIVERED = "delivered";
    static final String GIVEN_UP = "given_up";

    /** As long as Stripe tries. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    @Id private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    private String type;
    private String object;
    private @Nullable String previous;

    @Column(name = "api_version")
    private String apiVersion;

    private Instant created;
    private String status;
    private int attempts;

    @Column(name = "next_try")
    private Instant nextTry;

    @Column(name = "give_up")
    private Instant giveUp;

    protected SandboxEvent() {}

    SandboxEvent(
            String id,
            String type,
            JsonElement object,
            @Nullable JsonElement previous,
            String apiVersion,
            Instant created) {
        this.id = id;
        this.type = type;
        this.object = object.toString();
        this.previous = previous == null ? null : previous.toString();
        this.apiVersion = apiVersion;
        this.created = created;
        begin(created);
    }

    /** Its delivery begins, or begins anew. */
    void begin(Instant now) {
        status = PENDING;
        attempts = 0;
        nextTry = now;
        giveUp = now.plus(PATIENCE);
    }

    void delivered() {
        status = DELIVERED;
    }

    /** Tried in vain. */
    void failed(Instant now) {
        nextTry = now.plus(Waits.after(attempts));
        if (!nextTry.isBefore(giveUp)) {
            status = GIVEN_UP;
        }
    }

    String id() {
        return id;
    }

    String type() {
        return type;
    }

    String object() {
        return object;
    }

    @Nullable String previous() {
        return previous;
    }

    String apiVersion() {
        return apiVersion;
    }

    Instant created() {
        return created;
    }

    String status() {
        return status;
    }

    int attempts() {
        return attempts;
    }
}
