package io.seedhouse.publisher.code;

import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.paygate.api.Codes.NewCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A making of codes that had an Idempotency-Key: what was asked, as a hash, and what was made. */
@Entity
@Table(name = "publisher_code_call")
class CodeCall {
    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "call_key")
    private String callKey;

    private byte[] request;

    /** One to a line: no code holds a line break. */
    private String codes;

    private Instant made;

    protected CodeCall() {}

    CodeCall(UUID bundleId, String key, List<NewCode> asked, List<Code> answered) {
        this.id = UUID.randomUUID();
        this.bundleId = bundleId;
        this.callKey = key;
        this.request = hash(asked);
        this.codes = answered.stream().map(Code::code).collect(Collectors.joining("\n"));
        this.made = Instant.now();
    }

    boolean isFor(List<NewCode> asked) {
        return MessageDigest.isEqual(request, hash(asked));
    }

    Set<String> codes() {
        return codes.lines().collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] hash(List<NewCode> asked) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(asked.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
