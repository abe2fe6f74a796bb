package io.seedhouse.paygate.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.sandbox.call.Call;
import io.seedhouse.paygate.sandbox.call.Faults;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.event.Webhook;
import io.seedhouse.paygate.sandbox.page.PaymentDesk.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox behind a real HTTP server of the JDK, so that stripe-java talks to it as in life.
 * Nothing happens by itself but the first delivery of each event: its clock is the test's plus what
 * {@link #advance} moved it on by, and there is no timer.
 */
public final class RunningSandbox implements AutoCloseable {
    public static final String WEBHOOK_SECRET = "whsec_test";
    public static final String API_KEY = "sk_test_of_this_run";

    private static final String PAY_PAGE = "https://films.example/paygate/sandbox/pay/";

    private final SandboxServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final StandIn standIn;
    private int calls;

    public RunningSandbox(Database database, Clock clock) {
        server = new SandboxServer();
        var webhook =
                new Webhook(Webhook.client(), URI.create(url() + "/hook"), WEBHOOK_SECRET, clock);
        standIn = new StandIn(database, API_KEY, PAY_PAGE, webhook, executor);
        server.serve(standIn);
    }

    public String url() {
        return server.url();
    }

    /** Who gets the events: body and signature in, HTTP status out. */
    public void deliverTo(BiFunction<String, String, Integer> receiver) {
        server.deliverTo(receiver);
    }

    /**
     * The status the next delivery was answered with. Where none is on its way, the clock moves on
     * to the next try.
     */
    public int nextDelivery() throws InterruptedException {
        settle();
        var status = server.delivered();
        if (status.isEmpty()) {
            standIn.controls()
                    .courier()
                    .nextTry()
                    .ifPresent(next -> advance(Duration.between(now(), next)));
            status = server.delivered();
        }
        return status.orElse(-1);
    }

    /** Where the page sends the browser, or the page. */
    public String pay(String checkoutUrl, String number) {
        return outcome(standIn.desk().pay(session(checkoutUrl), number, "12/99", "123"));
    }

    /** The buyer shows the bank who pays, or cannot. */
    public String authenticate(String checkoutUrl, boolean passed) {
        return outcome(standIn.desk().authenticate(session(checkoutUrl), passed));
    }

    private static String session(String checkoutUrl) {
        return checkoutUrl.substring(checkoutUrl.lastIndexOf('/') + 1);
    }

    private static String outcome(Reply reply) {
        return switch (reply) {
            case Reply.Paid paid -> paid.successUrl();
            case Reply.Page page -> page.html();
        };
    }

    /** The time as the sandbox has it. */
    public Instant now() {
        return standIn.controls().clock().now();
    }

    /** Moves the sandbox's clock on and does everything that is due by then. */
    public void advance(Duration time) {
        if (time.isPositive()) {
            standIn.controls().clock().advance(time);
        }
        doWhatIsDue();
    }

    /** Does what is due by now, as after the test's own clock was moved on. */
    public void doWhatIsDue() {
        standIn.sweep().run();
    }

    /** Waits until no delivery that was begun is under way. */
    public void settle() {
        standIn.controls().courier().deliverDue();
    }

    /**
     * Lets the next calls of the API fail.
     *
     * @param kind {@code 500}, {@code 429}, {@code timeout} or {@code drop}
     */
    public void fault(String kind, int next) {
        wish("faults", "{\"kind\":\"%s\",\"next\":%d}".formatted(kind, next));
    }

    /** All is well again; calls that hang go on. */
    public void mend() {
        fault("500", 0);
    }

    /**
     * What becomes of deliveries from now on.
     *
     * @param events {@code release}, {@code hold}, {@code shuffle}, {@code reverse} or {@code
     *     duplicate}
     */
    public void deliveries(String events) {
        wish("faults", "{\"events\":\"%s\"}".formatted(events));
        settle();
    }

    /** The release of the API by which events are written from now on. */
    public void release(@Nullable String version) {
        var json = new JsonObject();
        json.addProperty("api_version", version);
        wish("faults", version == null ? "{\"api_version\":null}" : json.toString());
    }

    /** A buyer's bank disputes a payment; the dispute's id. */
    public String dispute(String paymentIntent, String reason) {
        var body = "{\"payment_intent\":\"%s\",\"reason\":\"%s\"}".formatted(paymentIntent, reason);
        var id = wish("disputes", body).get("id").getAsString();
        settle();
        return id;
    }

    /** The bank has decided. */
    public void decide(String dispute, boolean won) {
        call(
                "POST",
                "disputes/" + dispute,
                Map.of(
                        "evidence[uncategorized_text]",
                        won ? "winning_evidence" : "losing_evidence"));
        settle();
    }

    /** A buyer's bank warns of fraud; the warning's id. */
    public String warn(String paymentIntent) {
        var body = "{\"payment_intent\":\"%s\"}".formatted(paymentIntent);
        var id = wish("early_fraud_warnings", body).get("id").getAsString();
        settle();
        return id;
    }

    /** The seller refunds at Stripe's dashboard; the refund's id. */
    public String refund(String paymentIntent, long amount) {
        var refund =
                call(
                        "POST",
                        "refunds",
                        Map.of("payment_intent", paymentIntent, "amount", String.valueOf(amount)));
        settle();
        return refund.get("id").getAsString();
    }

    /** The payment of a session, by the address of its page or its id. */
    public String paymentOf(String checkoutUrl) {
        return call("GET", "checkout/sessions/" + session(checkoutUrl), Map.of())
                .get("payment_intent")
                .getAsString();
    }

    /** Minor units that a session's payment has taken and not given back. */
    public long taken(String checkoutUrl) {
        var payment = call("GET", "payment_intents/" + paymentOf(checkoutUrl), Map.of());
        return payment.get("amount_received").getAsLong();
    }

    /** The last hundred events, the oldest first. */
    public List<JsonObject> events() {
        var events = new ArrayList<JsonObject>();
        JsonArray page = call("GET", "events", Map.of("limit", "100")).getAsJsonArray("data");
        page.forEach(event -> events.addFirst(event.getAsJsonObject()));
        return events;
    }

    /** Their types. */
    public List<String> eventTypes() {
        return events().stream().map(event -> event.get("type").getAsString()).toList();
    }

    /** Sends an event once more. */
    public void resend(String event) {
        standIn.controls().resend(event);
        settle();
    }

    private JsonObject wish(String what, String body) {
        var controls = standIn.controls();
        var answer =
                controls.answer(
                        "Bearer " + API_KEY,
                        body,
                        wish ->
                                switch (what) {
                                    case "faults" -> controls.faults(wish);
                                    case "disputes" -> controls.dispute(wish);
                                    case "early_fraud_warnings" -> controls.warn(wish);
                                    default -> throw new AssertionError(what);
                                });
        return parse(answer.status(), answer.json());
    }

    /** One call of the API that no fault disturbs. */
    private JsonObject call(String method, String path, Map<String, String> params) {
        var form = new HashMap<String, List<String>>();
        params.forEach((name, value) -> form.put(name, List.of(value)));
        var call =
                new Call(
                        method,
                        path,
                        Params.of(form),
                        "Bearer " + API_KEY,
                        "of-the-test-" + System.identityHashCode(this) + "-" + calls++);
        var answer = standIn.api().undisturbed(call);
        return parse(answer.status(), answer.json());
    }

    private static JsonObject parse(int status, String json) {
        if (status != 200) {
            throw new AssertionError(status + " " + json);
        }
        return JsonParser.parseString(json).getAsJsonObject();
    }

    StandIn standIn() {
        return standIn;
    }

    @Override
    public void close() {
        standIn.controls().faults().set(Faults.Kind.ERROR, 0);
        server.close();
        executor.shutdownNow();
    }
}
