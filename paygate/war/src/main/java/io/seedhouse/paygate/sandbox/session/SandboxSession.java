package io.seedhouse.paygate.sandbox.session;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.sandbox.call.Texts;
import io.seedhouse.paygate.sandbox.payment.SandboxPayment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A checkout session of the sandbox. It never holds anything of a card. */
@Entity
@Table(name = "paygate_sandbox_session")
public class SandboxSession {
    public static final String OPEN = "open";
    public static final String COMPLETE = "complete";
    public static final String EXPIRED = "expired";

    @Id private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    private String product;
    private long amount;
    private String currency;
    private @Nullable String lines;
    private @Nullable String email;
    private @Nullable String reference;
    private @Nullable String metadata;

    @Column(name = "success_url")
    private String successUrl;

    @Column(name = "cancel_url")
    private @Nullable String cancelUrl;

    @Column(name = "capture_method")
    private @Nullable String captureMethod;

    @Column(name = "payment_description")
    private @Nullable String paymentDescription;

    @Column(name = "payment_metadata")
    private @Nullable String paymentMetadata;

    private @Nullable String locale;
    private boolean invoice;
    private String status;
    private Instant created;
    private Instant expires;

    @Column(name = "payment_id")
    private @Nullable String paymentId;

    private @Nullable String authenticating;

    protected SandboxSession() {}

    public SandboxSession(String id, SessionForm form, Instant created) {
        this.id = id;
        this.product = form.lines().getFirst().name();
        this.lines = Line.write(form.lines());
        this.amount = form.total().amount();
        this.currency = form.total().currency();
        this.email = form.email();
        this.reference = form.reference();
        this.metadata = Texts.write(form.metadata());
        this.successUrl = form.successUrl().replace("{CHECKOUT_SESSION_ID}", id);
        this.cancelUrl = form.cancelUrl();
        this.captureMethod = form.hold() ? "manual" : null;
        this.paymentDescription = form.description();
        this.paymentMetadata = Texts.write(form.paymentMetadata());
        this.locale = form.locale();
        this.invoice = form.invoice();
        this.status = OPEN;
        this.created = created;
        this.expires = form.expires();
    }

    void complete(SandboxPayment payment) {
        status = COMPLETE;
        paymentId = payment.id();
        authenticating = null;
    }

    void expire() {
        status = EXPIRED;
        authenticating = null;
    }

    /**
     * The buyer's bank wants to know who pays.
     *
     * @param wait what follows, in the words of the page that asks
     */
    void authenticate(@Nullable String wait) {
        authenticating = wait;
    }

    public String id() {
        return id;
    }

    /** The name of the first line. */
    public String product() {
        return product;
    }

    /** What the lines come to. */
    public Money price() {
        return new Money(amount, currency);
    }

    /** Sessions of the sandbox's first days had one line and kept nothing but its name. */
    public List<Line> lines() {
        return lines == null ? List.of(new Line(product, amount, 1)) : Line.read(lines);
    }

    @Nullable String email() {
        return email;
    }

    @Nullable String reference() {
        return reference;
    }

    Map<String, String> metadata() {
        return Texts.read(metadata);
    }

    public String successUrl() {
        return successUrl;
    }

    public @Nullable String cancelUrl() {
        return cancelUrl;
    }

    /** Whether the money is only to be held. */
    public boolean isHold() {
        return "manual".equals(captureMethod);
    }

    SandboxPayment.Details paymentDetails() {
        return new SandboxPayment.Details(email, paymentDescription, Texts.read(paymentMetadata));
    }

    @Nullable String locale() {
        return locale;
    }

    boolean isInvoice() {
        return invoice;
    }

    Instant created() {
        return created;
    }

    Instant expires() {
        return expires;
    }

    /** Empty until it is complete. */
    Optional<String> paymentId() {
        return Optional.ofNullable(paymentId);
    }

    /** What waits for the buyer's authentication. */
    public Optional<String> authenticating() {
        return Optional.ofNullable(authenticating);
    }

    /** One of {@link #OPEN}, {@link #COMPLETE} and {@link #EXPIRED}, as Stripe calls them. */
    public String status(Instant now) {
        return isPastDue(now) ? EXPIRED : status;
    }

    /** Whether it is over and nobody was told. */
    boolean isPastDue(Instant now) {
        return status.equals(OPEN) && !now.isBefore(expires);
    }
}
