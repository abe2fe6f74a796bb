package io.seedhouse.paygate.sandbox.session;

import com.stripe.model.LineItem;
import com.stripe.model.LineItemCollection;
import com.stripe.model.checkout.Session;
import io.seedhouse.paygate.sandbox.payment.PaymentModel;
import io.seedhouse.paygate.sandbox.payment.Payments;
import io.seedhouse.paygate.sandbox.payment.SandboxPayment;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sessions as Stripe's JSON, written by stripe-java's own classes and so in the form that its
 * reader expects.
 *
 * @param payPage address of the payment page, without the session's id
 */
public record SessionModel(String payPage) {
    static final String PAYMENT = "payment_intent";
    static final String CHARGE = "payment_intent.latest_charge";
    static final String LINES = "line_items";

    /**
     * @param expand names of the parts wanted in full
     */
    Session session(EntityManager db, SandboxSession session, Instant now, Set<String> expand) {
        var payment = session.paymentId().map(id -> Payments.find(db, id));
        var result = session(session, now);
        result.setPaymentStatus(
                payment.filter(SandboxPayment::isPaid).isPresent() ? "paid" : "unpaid");
        payment.ifPresent(paid -> {
            result.setPaymentIntent(paid.id());
            if (expand.contains(PAYMENT) || expand.contains(CHARGE)) {
                result.setPaymentIntentObject(PaymentModel.intent(paid, expand.contains(CHARGE)));
            }
        });
        if (expand.contains(LINES)) {
            result.setLineItems(lineItems(session));
        }
        return result;
    }

    private Session session(SandboxSession session, Instant now) {
        var status = session.status(now);
        var result = new Session();
        result.setId(session.id());
        result.setObject("checkout.session");
        result.setMode("payment");
        result.setLivemode(false);
        result.setStatus(status);
        result.setAmountSubtotal(session.price().amount());
        result.setAmountTotal(session.price().amount());
        result.setCurrency(session.price().currency());
        result.setClientReferenceId(session.reference());
        result.setCustomerEmail(session.email());
        result.setCustomerDetails(customer(session));
        result.setMetadata(session.metadata());
        result.setLocale(session.locale());
        result.setInvoiceCreation(invoice(session));
        result.setSuccessUrl(session.successUrl());
        result.setCancelUrl(session.cancelUrl());
        result.setCreated(session.created().getEpochSecond());
        result.setExpiresAt(session.expires().getEpochSecond());
        result.setUrl(status.equals(SandboxSession.OPEN) ? payPage + session.id() : null);
        return result;
    }

    private static Session.CustomerDetails customer(SandboxSession session) {
        var customer = new Session.CustomerDetails();
        customer.setEmail(session.email());
        return customer;
    }

    private static Session.InvoiceCreation invoice(SandboxSession session) {
        var invoice = new Session.InvoiceCreation();
        invoice.setEnabled(session.isInvoice());
        return invoice;
    }

    private static LineItemCollection lineItems(SandboxSession session) {
        var data = new ArrayList<LineItem>();
        for (var line : session.lines()) {
            data.add(item(session, line, data.size()));
        }
        var items = new LineItemCollection();
        items.setObject("list");
        items.setHasMore(false);
        items.setUrl("/v1/checkout/sessions/%s/line_items".formatted(session.id()));
        items.setData(List.copyOf(data));
        return items;
    }

    private static LineItem item(SandboxSession session, Line line, int index) {
        var item = new LineItem();
        item.setId("li_%d_%s".formatted(index, session.id()));
        item.setObject("item");
        item.setDescription(line.name());
        item.setQuantity(line.quantity());
        item.setAmountSubtotal(line.total());
        item.setAmountTotal(line.total());
        item.setCurrency(session.price().currency());
        return item;
    }
}
