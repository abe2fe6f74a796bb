package io.seedhouse.paygate.sandbox;

import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.call.Faults;
import io.seedhouse.paygate.sandbox.call.Idempotency;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.dispute.DisputeCalls;
import io.seedhouse.paygate.sandbox.dispute.Disputes;
import io.seedhouse.paygate.sandbox.dispute.WarningCalls;
import io.seedhouse.paygate.sandbox.event.Courier;
import io.seedhouse.paygate.sandbox.event.EventCalls;
import io.seedhouse.paygate.sandbox.event.EventLog;
import io.seedhouse.paygate.sandbox.event.Webhook;
import io.seedhouse.paygate.sandbox.page.PaymentDesk;
import io.seedhouse.paygate.sandbox.payment.PaymentCalls;
import io.seedhouse.paygate.sandbox.payment.Payments;
import io.seedhouse.paygate.sandbox.payment.RefundCalls;
import io.seedhouse.paygate.sandbox.payment.Refunds;
import io.seedhouse.paygate.sandbox.session.SessionCalls;
import io.seedhouse.paygate.sandbox.session.SessionModel;
import io.seedhouse.paygate.sandbox.session.Till;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The sandbox put together: what it answers, what it shows, what it does by itself. */
final class StandIn {
    private final SandboxApi api;
    private final PaymentDesk desk;
    private final Sweep sweep;
    private final Controls controls;

    /**
     * @param payPage address of the payment page, without the session's id
     * @param executor runs the deliveries that nobody waits for
     */
    StandIn(Database database, String apiKey, String payPage, Webhook webhook, Executor executor) {
        var clock = new SandboxClock(database, webhook.clock());
        var events = new EventLog(clock);
        var payments = new Payments(events);
        var refunds = new Refunds(events, clock);
        var disputes = new Disputes(events, clock);
        var models = new SessionModel(payPage);
        var till = new Till(models, payments, disputes, events, clock);
        var courier = new Courier(database, clock, webhook, executor);
        var faults = new Faults();
        var routes =
                routes(
                        new SessionCalls(till, models, clock).routes(),
                        new PaymentCalls(payments, clock, disputes::follow).routes(),
                        new RefundCalls(refunds).routes(),
                        new DisputeCalls(disputes, clock).routes(),
                        WarningCalls.routes(),
                        new EventCalls(clock).routes());
        api = new SandboxApi(apiKey, routes, new Idempotency(database, clock), faults, courier);
        desk = new PaymentDesk(database, clock, till, courier);
        sweep = new Sweep(database, clock, till, refunds, disputes, courier);
        controls = new Controls(api, database, clock, disputes, courier, faults, sweep);
    }

    @SafeVarargs
    private static List<Route> routes(List<Route>... features) {
        return Stream.of(features).flatMap(List::stream).toList();
    }

    SandboxApi api() {
        return api;
    }

    PaymentDesk desk() {
        return desk;
    }

    Sweep sweep() {
        return sweep;
    }

    Controls controls() {
        return controls;
    }
}
