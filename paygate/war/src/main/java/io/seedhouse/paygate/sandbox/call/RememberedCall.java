package io.seedhouse.paygate.sandbox.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An idempotency key with the first answer that was given under it. */
@Entity
@Table(name = "paygate_sandbox_call")
class RememberedCall {
    @Id private String id;
    private String path;

    @Column(name = "request_hash")
    private String requestHash;

    private @Nullable Integer status;
    private @Nullable String json;
    private Instant created;

    protected RememberedCall() {}

    RememberedCall(String key, Call call, Instant created) {
        this.id = key;
        this.path = call.path();
        this.requestHash = call.params().hash();
        this.created = created;
    }

    boolean isOf(Call call) {
        return path.equals(call.path()) && requestHash.equals(call.params().hash());
    }

    String path() {
        return path;
    }

    Instant created() {
        return created;
    }

    /** Empty while the first call is under way. */
    Optional<Answer> answer() {
        return status == null || json == null
                ? Optional.empty()
                : Optional.of(new Answer(status, json));
    }

    void answer(Answer answer) {
        status = answer.status();
        json = answer.json();
    }
}
