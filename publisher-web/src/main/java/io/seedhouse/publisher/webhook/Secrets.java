package io.seedhouse.publisher.webhook;

import io.seedhouse.publisher.Home;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The secrets of all webhooks. None is kept: each is derived from the installation's key whenever
 * it is needed, so the database holds nothing to steal.
 */
@ApplicationScoped
public class Secrets {
    @Inject Home home;

    private byte[] key = {};

    /** Without its key, or with one that others can read, the platform does not start. */
    @PostConstruct
    void read() {
        try {
            key = new KeyFile(home.key("webhooks.key")).read();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the key of webhooks", e);
        }
    }

    /** Reads the key now, so that a fault in it shows at the start and not later. */
    public void prepare() {
        if (key.length == 0) {
            throw new IllegalStateException("the key of webhooks was not read");
        }
    }

    /**
     * @param generation counts the secrets of one webhook, from 1
     */
    public SigningSecret of(UUID webhookId, int generation) {
        return SigningSecret.derive(key, webhookId, generation);
    }

    SigningSecret newest(Webhook webhook) {
        return of(webhook.id(), webhook.generation());
    }
}
