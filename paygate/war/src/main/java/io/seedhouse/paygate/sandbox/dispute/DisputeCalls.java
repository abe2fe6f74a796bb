package io.seedhouse.paygate.sandbox.dispute;

import static io.seedhouse.paygate.sandbox.call.Route.get;
import static io.seedhouse.paygate.sandbox.call.Route.post;

import com.google.gson.annotations.SerializedName;
import com.stripe.model.Dispute;
import io.seedhouse.paygate.sandbox.call.Params;
import io.seedhouse.paygate.sandbox.call.Route;
import io.seedhouse.paygate.sandbox.call.StripeRefusal;
import io.seedhouse.paygate.sandbox.call.Work;
import io.seedhouse.paygate.sandbox.clock.SandboxClock;
import io.seedhouse.paygate.sandbox.payment.PaymentFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Disputes. */
public record DisputeCalls(Disputes disputes, SandboxClock clock) {
    private static final String PATH = "disputes";
    private static final int LONGEST = 150_000;

    /** The SDK knows what evidence there is. */
    private static final Set<String> EVIDENCE =
            Arrays.stream(Dispute.Evidence.class.getDeclaredFields())
                    .map(field -> field.getAnnotation(SerializedName.class))
                    .flatMap(name -> Optional.ofNullable(name).stream())
                    .map(SerializedName::value)
                    .collect(Collectors.toUnmodifiableSet());

    public List<Route> routes() {
        return List.of(
                get(PATH, this::list),
                get(PATH + "/{id}", this::retrieve),
                post(PATH + "/{id}", this::update),
                post(PATH + "/{id}/close", this::close));
    }

    private Work retrieve(Params params, String id) {
        params.only();
        return db -> DisputeModel.json(Disputes.find(db, id), clock.now(db));
    }

    private Work list(Params params, String none) {
        var listing = PaymentFilter.list(SandboxDispute.class, params);
        return db -> {
            var now = clock.now(db);
            return listing.page(db, PATH, dispute -> DisputeModel.json(dispute, now));
        };
    }

    private Work update(Params params, String id) {
        params.only("evidence[*]", "metadata[*]", "submit");
        var evidence = params.group("evidence");
        check(evidence);
        var metadata = params.metadata("metadata");
        var submit = params.flag("submit").orElse(true);
        return db ->
                DisputeModel.json(
                        disputes.answer(db, id, evidence, metadata, submit), clock.now(db));
    }

    private static void check(Map<String, String> evidence) {
        for (var name : evidence.keySet()) {
            if (!EVIDENCE.contains(name)) {
                throw StripeRefusal.of(
                        "parameter_unknown",
                        "evidence[" + name + "]",
                        "Received unknown parameter: evidence[%s]".formatted(name));
            }
        }
        if (evidence.values().stream().mapToInt(String::length).sum() > LONGEST) {
            throw StripeRefusal.of(
                    null,
                    "evidence",
                    "The combined character count of all evidence is limited to 150,000.");
        }
    }

    private Work close(Params params, String id) {
        params.only();
        return db -> DisputeModel.json(disputes.accept(db, id), clock.now(db));
    }
}
