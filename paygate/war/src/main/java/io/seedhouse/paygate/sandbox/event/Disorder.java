package io.seedhouse.paygate.sandbox.event;

import io.seedhouse.paygate.sandbox.clock.Setting;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What tests wish for the deliveries. Stripe promises neither an order nor just one delivery. */
public enum Disorder {
    /** In the order in which things happened, each once. */
    RELEASE,
    /** Nothing is sent until another wish comes. */
    HOLD,
    /** By chance. */
    SHUFFLE,
    /** The newest first. */
    REVERSE,
    /** Each twice, at the same time. */
    DUPLICATE;

    private static final String NAME = "events";

    /** The wish by its name in lower case; empty for no wish. */
    public static Optional<Disorder> named(String name) {
        return List.of(values()).stream()
                .filter(wish -> wish.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    static Disorder of(EntityManager db) {
        return Setting.read(db, NAME).map(Disorder::valueOf).orElse(RELEASE);
    }

    /** Makes it so from now on. */
    public void set(EntityManager db) {
        Setting.write(db, NAME, name());
    }

    boolean isInOrder() {
        return this == RELEASE || this == DUPLICATE;
    }

    /** The order in which to send what is due. */
    List<SandboxEvent> arrange(List<SandboxEvent> due) {
        var arranged = new ArrayList<>(due);
        switch (this) {
            case RELEASE, DUPLICATE -> {}
            case HOLD -> arranged.clear();
            case SHUFFLE -> Collections.shuffle(arranged);
            case REVERSE -> Collections.reverse(arranged);
        }
        return arranged;
    }
}
