package io.seedhouse.paygate.reconciliation;

import com.google.gson.JsonObject;
import io.seedhouse.paygate.sandbox.RunningSandbox;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An event as Stripe posts it, reckoned without Stripe's own code. */
record Signed(String payload, String signature) {

    static List<Signed> all(List<JsonObject> events, Clock clock) {
        var time = clock.instant().getEpochSecond();
        return events.stream().map(event -> of(event.toString(), time)).toList();
    }

    private static Signed of(String payload, long time) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = RunningSandbox.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var hash = mac.doFinal((time + "." + payload).getBytes(StandardCharsets.UTF_8));
            return new Signed(
                    payload, "t=%d,v1=%s".formatted(time, HexFormat.of().formatHex(hash)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
