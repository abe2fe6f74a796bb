package io.seedhouse.publisher.bundle;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Remembers what was told; the container's own events need the container. */
final class PublicationsInMemory implements Event<Publication> {
    final List<Publication> told = new ArrayList<>();

    @Override
    public void fire(Publication publication) {
        told.add(publication);
    }

    @Override
    public <U extends Publication> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Publication> CompletionStage<U> fireAsync(
            U event, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<Publication> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Publication> Event<U> select(Class<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Publication> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
