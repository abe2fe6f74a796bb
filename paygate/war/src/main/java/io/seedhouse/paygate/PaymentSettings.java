package io.seedhouse.paygate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configuration that decides over payments. */
@Dependent
class PaymentSettings {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

    @Inject
    @ConfigProperty(name = "stripe.secret-key")
    Optional<String> stripeKey;

    @Inject
    @ConfigProperty(name = "stripe.webhook-secret")
    Optional<String> webhookSecret;

    @Inject
    @ConfigProperty(name = "seedhouse.sandbox")
    Optional<String> sandboxWish;

    @Inject
    @ConfigProperty(name = "seedhouse.base-url")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    Path home;

    @Inject
    @ConfigProperty(name = "seedhouse.bind", defaultValue = "127.0.0.1")
    String bind;

    @Inject
    @ConfigProperty(name = "seedhouse.http-port")
    int httpPort;

    Optional<String> stripeKey() {
        return stripeKey;
    }

    Optional<String> webhookSecret() {
        return webhookSecret;
    }

    Optional<String> sandboxWish() {
        return sandboxWish;
    }

    /** Without a slash at the end. */
    String baseUrl() {
        return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    Path home() {
        return home;
    }

    /** This server as this machine reaches it, whatever proxy stands before it. */
    String loopUrl() {
        var host = EVERYWHERE.contains(bind) ? "127.0.0.1" : bind;
        var isBareIpv6 = host.contains(":") && !host.startsWith("[");
        return "http://%s:%d".formatted(isBareIpv6 ? "[" + host + "]" : host, httpPort);
    }
}
