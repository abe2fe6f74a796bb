package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.account.TestPublisher;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The beans of this package, put together by hand. */
public final class TestWebhooks {
    private TestWebhooks() {}

    public static Secrets secrets(Path folder) {
        Secrets secrets = new Secrets();
        secrets.home = TestHome.in(folder);
        secrets.read();
        return secrets;
    }

    /** Of a platform on this machine that lets webhooks lead to it. */
    public static WebhookSettings settings() {
        WebhookSettings settings = new WebhookSettings();
        settings.setting = Optional.of("on");
        settings.site = TestHome.site();
        return settings;
    }

    public static Webhooks over(EntityManager em, Secrets secrets) {
        Webhooks webhooks = new Webhooks();
        webhooks.em = em;
        webhooks.secrets = secrets;
        webhooks.settings = settings();
        return webhooks;
    }

    public static Deliveries deliveries(EntityManager em, Secrets secrets) {
        Deliveries deliveries = new Deliveries();
        deliveries.em = em;
        deliveries.webhooks = over(em, secrets);
        return deliveries;
    }

    static List<Object> api(EntityManager em, Secrets secrets, UUID asker) {
        WebhookResource webhooks = new WebhookResource();
        webhooks.webhooks = over(em, secrets);
        webhooks.publisher = TestPublisher.signedIn(asker);
        DeliveryResource deliveries = new DeliveryResource();
        deliveries.webhooks = over(em, secrets);
        deliveries.deliveries = deliveries(em, secrets);
        deliveries.attempts = new Attempts();
        deliveries.publisher = TestPublisher.signedIn(asker);
        return List.of(webhooks, deliveries);
    }
}
