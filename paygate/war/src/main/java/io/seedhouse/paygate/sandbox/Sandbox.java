package io.seedhouse.paygate.sandbox;

import java.net.URI;
import java.util.Optional;

/**
 * The sandbox of this server, running or not.
 *
 * @param keys its secrets; empty when {@link SandboxPolicy} refused it, and then every address of
 *     it answers 404
 * @param publicUrl the paygate as a browser reaches it, without a slash at the end
 * @param loopUrl the paygate as this machine reaches it, without a slash at the end
 */
public record Sandbox(Optional<SandboxKeys> keys, String publicUrl, String loopUrl) {

    /** What stripe-java is given in place of Stripe's own address. */
    public String apiBase() {
        return loopUrl + "/sandbox/stripe";
    }

    /** Address of the payment page, without the session's id. */
    String payPage() {
        return publicUrl + "/sandbox/pay/";
    }

    URI webhook() {
        return URI.create(loopUrl + "/stripe/webhook");
    }
}
