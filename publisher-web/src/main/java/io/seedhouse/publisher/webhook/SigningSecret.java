package io.seedhouse.publisher.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a publisher's program knows us by: the symmetric scheme of <a
 * href="https://www.standardwebhooks.com">Standard Webhooks</a> 1.0.0.
 */
public final class SigningSecret {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    SigningSecret(byte[] key) {
        this.key = key.clone();
    }

    /** For its publisher: {@code whsec_} and the key in base64. */
    public String text() {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /**
     * One entry of the header {@code webhook-signature}: {@code v1,} and base64 of the HMAC-SHA256
     * over {@code id.timestamp.body}.
     *
     * @param second Unix time of this attempt
     */
    public String sign(String id, long second, byte[] body) {
        Mac mac = mac(key);
        mac.update((id + "." + second + ".").getBytes(US_ASCII));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    /** Of this webhook's generation, under the key of the installation. */
    static SigningSecret derive(byte[] installation, UUID webhookId, int generation) {
        String what = "seedhouse webhook " + webhookId + " " + generation;
        return new SigningSecret(mac(installation).doFinal(what.getBytes(US_ASCII)));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "SigningSecret";
    }
}
