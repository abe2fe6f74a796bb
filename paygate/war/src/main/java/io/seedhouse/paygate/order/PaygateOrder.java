package io.seedhouse.paygate.order;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Offer;
import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.offer.FileLine;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One purchase. Whoever changes it holds its row's lock ({@link OrderBook#lock}). */
@Entity
@Table(name = "paygate_order")
public class PaygateOrder {
    @Id private UUID id;

    @Column(name = "offer_id")
    private UUID offerId;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    private String tier;
    private String title;
    private String email;

    @Column(name = "email_key")
    private String emailKey;

    private int corrections;
    private long amount;
    private long tip;
    private long discount;
    private String currency;

    @Column(name = "code_id")
    private @Nullable UUID codeId;

    @Column(name = "gift_email")
    private @Nullable String giftEmail;

    @Column(name = "gift_words")
    private @Nullable String giftWords;

    private @Nullable String consent;

    @Column(name = "waits_for_proof")
    private boolean waitsForProof;

    private boolean owned;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "stripe_session_id")
    private @Nullable String stripeSessionId;

    @Column(name = "payment_id")
    private @Nullable String paymentId;

    private long refunded;
    private @Nullable String dispute;

    @Column(name = "fraud_warned")
    private @Nullable Instant fraudWarned;

    private boolean livemode;
    private Instant created;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "told_premiere")
    private @Nullable Instant toldPremiere;

    @Column(name = "told_extras")
    private @Nullable Instant toldExtras;

    private int attempts;

    @Column(name = "idempotency_key")
    private @Nullable String idempotencyKey;

    @Column(name = "request_hash")
    private @Nullable String requestHash;

    @ElementCollection
    @CollectionTable(name = "paygate_order_file", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<FileLine> files = new ArrayList<>();

    protected PaygateOrder() {}

    /**
     * An order that still has to be paid.
     *
     * @param title the bundle's title at this moment
     */
    public PaygateOrder(Offer offer, Terms terms, String title, String email, Instant created) {
        this(offer.id(), offer.bundleId(), offer.tier(), terms, title, email, created);
        offer.files().forEach(file -> files.add(new FileLine(file.id(), file.name())));
    }

    /** The order of the person who redeems a gift, with all that the giver chose. */
    public PaygateOrder(PaygateOrder gift, String email, Instant created) {
        this(
                gift.offerId,
                gift.bundleId,
                gift.tier,
                Terms.redeemed(gift.id, gift.currency),
                gift.title,
                email,
                created);
        files.addAll(gift.files);
    }

    private PaygateOrder(
            UUID offerId,
            UUID bundleId,
            String tier,
            Terms terms,
            String title,
            String email,
            Instant created) {
        this.id = UUID.randomUUID();
        this.offerId = offerId;
        this.bundleId = bundleId;
        this.tier = tier;
        this.title = title;
        this.kind = terms.kind();
        this.parentId = terms.parent();
        this.amount = terms.total().amount();
        this.currency = terms.total().currency();
        this.tip = terms.tip();
        this.discount = terms.discount();
        this.codeId = terms.codeId();
        this.giftEmail = terms.giftEmail();
        this.giftWords = terms.giftWords();
        this.consent = terms.consent();
        this.status = Status.PENDING;
        this.created = created;
        sendTo(email);
    }

    /** The form in which addresses are compared. */
    public static String emailKey(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private void sendTo(String address) {
        email = address;
        emailKey = emailKey(address);
    }

    /** Sends its mails elsewhere from now on. */
    public void correct(String address) {
        sendTo(address);
        corrections++;
    }

    /** Lets a repeated request find it. */
    public void answers(String key, String hash) {
        idempotencyKey = key;
        requestHash = hash;
    }

    /**
     * Its buyer knows of a premiere.
     *
     * @return false when it was known before
     */
    public boolean tellPremiere(@Nullable Instant premiere) {
        var isNews = !Objects.equals(premiere, toldPremiere);
        toldPremiere = premiere;
        return isNews;
    }

    /**
     * The buyer learns when the extras open.
     *
     * @return false when it was known before
     */
    public boolean tellExtras(@Nullable Instant extras) {
        var isNews = !Objects.equals(extras, toldExtras);
        toldExtras = extras;
        return isNews;
    }

    /** How often a session was asked for, this time included. */
    public int attempt() {
        return ++attempts;
    }

    /** The address has to be proved before anything is granted. */
    public void waitForProof() {
        waitsForProof = true;
    }

    /** Its address owns the files already: the payment is not taken, or given back. */
    public void markOwned() {
        owned = true;
    }

    /** Ties it to its checkout session. One that was closed for want of a session is open again. */
    public void attach(String sessionId, boolean real) {
        stripeSessionId = sessionId;
        livemode = real;
        if (status == Status.EXPIRED) {
            status = Status.PENDING;
        }
    }

    public void payWith(String payment) {
        paymentId = payment;
    }

    /** Money that arrived late still counts. */
    public void pay(Instant now) {
        status = Status.PAID;
        paidAt = now;
        waitsForProof = false;
    }

    /** It was never paid and no longer can be. */
    public void expire() {
        status = Status.EXPIRED;
        waitsForProof = false;
    }

    /** What Stripe says of a paid order's money. */
    public void reverse(Status becomes, long givenBack, @Nullable String disputeWord) {
        status = becomes;
        refunded = givenBack;
        dispute = disputeWord;
    }

    public void warn(Instant now) {
        fraudWarned = fraudWarned == null ? now : fraudWarned;
    }

    public UUID id() {
        return id;
    }

    public UUID offerId() {
        return offerId;
    }

    public UUID bundleId() {
        return bundleId;
    }

    public Kind kind() {
        return kind;
    }

    /** The order it upgrades, or the gift it redeems. */
    public Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    public String tier() {
        return tier;
    }

    public String title() {
        return title;
    }

    public String email() {
        return email;
    }

    /** The address in the form in which addresses are compared. */
    public String emailKey() {
        return emailKey;
    }

    /** How often its address was changed. */
    public int corrections() {
        return corrections;
    }

    /** What is charged, fixed when the order was begun. */
    public Money price() {
        return new Money(amount, currency);
    }

    public Money tip() {
        return new Money(tip, currency);
    }

    /** What was given back of the price. */
    public Money refunded() {
        return new Money(refunded, currency);
    }

    public Optional<UUID> codeId() {
        return Optional.ofNullable(codeId);
    }

    public Optional<String> giftEmail() {
        return Optional.ofNullable(giftEmail);
    }

    /** Empty where its giver wrote nothing. */
    public String giftWords() {
        return giftWords == null ? "" : giftWords;
    }

    /** What was agreed to when the address was left to the publisher. */
    public Optional<String> consent() {
        return Optional.ofNullable(consent);
    }

    public boolean waitsForProof() {
        return waitsForProof;
    }

    public boolean owned() {
        return owned;
    }

    public Status status() {
        return status;
    }

    public @Nullable String dispute() {
        return dispute;
    }

    public @Nullable Instant fraudWarned() {
        return fraudWarned;
    }

    public Instant created() {
        return created;
    }

    /** Null until it is paid; stays when the money is given back. */
    public @Nullable Instant paidAt() {
        return paidAt;
    }

    /** The files bought; readable inside a transaction only. */
    public List<PaidFile> files() {
        return files.stream().map(FileLine::toPaidFile).toList();
    }

    /** Empty for a free order, and until Stripe has answered. */
    public Optional<String> stripeSessionId() {
        return Optional.ofNullable(stripeSessionId);
    }

    /** Empty until it was paid at Stripe. */
    public Optional<String> paymentId() {
        return Optional.ofNullable(paymentId);
    }

    /** Whether real money was asked for. */
    public boolean livemode() {
        return livemode;
    }

    /** Whether it was begun by the same request. */
    public boolean wasBegunBy(String hash) {
        return hash.equals(requestHash);
    }
}
