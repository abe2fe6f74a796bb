package io.seedhouse.publisher.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event for one webhook. */
@Entity
@Table(name = "publisher_webhook_delivery")
public class Delivery {
    /** Whether it has arrived. */
    public enum State {
        /** It will be sent, or sent again. */
        PENDING,
        DELIVERED,
        /** It was tried for three days. */
        GIVEN_UP,
        /** It waits until its webhook is switched on. */
        HELD;

        /** For programs: {@code given_up}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id private UUID id;

    /** The order in which they were recorded; the database counts. */
    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "webhook_id", updatable = false)
    private UUID webhookId;

    @Column(name = "event_id", updatable = false)
    private UUID eventId;

    @Column(updatable = false)
    private String type;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private Instant happened;

    @Column(updatable = false)
    private Instant created;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant due;
    private Instant began;
    private int tries;
    private Instant tried;
    private Integer status;
    private String fault;
    private Instant delivered;

    protected Delivery() {}

    /** Due at once, unless the webhook is off. */
    public Delivery(Webhook webhook, Message message, Instant now) {
        this.id = UUID.randomUUID();
        this.webhookId = webhook.id();
        this.eventId = message.id();
        this.type = message.type();
        this.body = message.body();
        this.happened = message.at();
        this.created = now;
        this.state = webhook.off() == null ? State.PENDING : State.HELD;
        this.due = webhook.off() == null ? now : null;
    }

    /** As if it had never been sent, but with the same event and so the same id. */
    void sendAgain(Instant now) {
        state = State.PENDING;
        due = now;
        began = null;
        tries = 0;
    }

    /** It was taken. */
    public void taken(int answer, Instant now) {
        state = State.DELIVERED;
        due = null;
        status = answer;
        fault = null;
        delivered = now;
    }

    /**
     * It was not taken.
     *
     * @param answer null without one
     * @param reason a sentence, at most 200 characters
     * @param again null for never
     */
    public void refused(@Nullable Integer answer, String reason, @Nullable Instant again) {
        state = again == null ? State.GIVEN_UP : State.PENDING;
        due = again;
        status = answer;
        fault = reason;
    }

    public UUID id() {
        return id;
    }

    long position() {
        return position;
    }

    public UUID webhookId() {
        return webhookId;
    }

    /** Of the event, wherever and however often it is sent. */
    public UUID eventId() {
        return eventId;
    }

    public String type() {
        return type;
    }

    /** JSON. */
    public String body() {
        return body;
    }

    public Instant happened() {
        return happened;
    }

    public State state() {
        return state;
    }

    /** When it is sent next. */
    public @Nullable Instant due() {
        return due;
    }

    /** When it was sent first, of this series of tries. */
    public @Nullable Instant began() {
        return began;
    }

    /** How often it was sent, in this series of tries. */
    public int tries() {
        return tries;
    }

    /** When it was sent last. */
    public @Nullable Instant tried() {
        return tried;
    }

    /** What was answered last; null for nothing. */
    public @Nullable Integer status() {
        return status;
    }

    /** Why it was not taken the last time, in a sentence; null when it was. */
    public @Nullable String fault() {
        return fault;
    }

    public @Nullable Instant delivered() {
        return delivered;
    }
}
