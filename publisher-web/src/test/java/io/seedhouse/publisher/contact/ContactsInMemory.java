package io.seedhouse.publisher.contact;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.publisher.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stands in for the paygate, whose own tests cover it; the wall keeps the real one away here. */
public final class ContactsInMemory implements Contacts {
    /** Orders that left their address to the publisher. */
    public final Set<UUID> consenting = new HashSet<>();

    /** Bundles whose addresses were deleted. */
    public final Set<UUID> forgotten = new HashSet<>();

    final Set<String> tokens = new HashSet<>();
    final List<String> unsubscribed = new ArrayList<>();

    /** Those of each bundle. */
    public final Map<UUID, List<Contact>> left = new HashMap<>();

    @Override
    public List<Contact> ofBundle(UUID bundleId) {
        return left.getOrDefault(bundleId, List.of());
    }

    @Override
    public boolean remove(UUID bundleId, String email) {
        return left.getOrDefault(bundleId, new ArrayList<>())
                .removeIf(contact -> contact.email().equalsIgnoreCase(email));
    }

    @Override
    public void forget(UUID bundleId) {
        forgotten.add(bundleId);
    }

    @Override
    public Optional<String> issueToken(UUID orderId) {
        if (!consenting.contains(orderId)) {
            return Optional.empty();
        }
        String token = Secret.random();
        tokens.add(token);
        return Optional.of(token);
    }

    @Override
    public boolean unsubscribe(String token) {
        return tokens.contains(token) && unsubscribed.add(token);
    }
}
