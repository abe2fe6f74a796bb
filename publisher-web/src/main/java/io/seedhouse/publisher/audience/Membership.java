package io.seedhouse.publisher.audience;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Finds the addresses of whoever asks, and of nobody else. */
@ApplicationScoped
class Membership {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Contacts contacts;

    List<Bundle> own() {
        return bundles.ofPublisher(current.require());
    }

    /**
     * @param id of a bundle of the publisher's; empty for all of them
     * @throws Refused for a bundle that is not theirs
     */
    List<Bundle> chosen(String id) {
        return id.isEmpty() ? own() : List.of(bundle(id));
    }

    private Bundle bundle(String id) {
        return own().stream()
                .filter(b -> b.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, say("figures.unknown-bundle")));
    }

    /** Newest first. */
    List<Member> of(List<Bundle> chosen) {
        return chosen.stream()
                .flatMap(b -> contacts.ofBundle(b.id()).stream().map(c -> new Member(b, c)))
                .sorted(Comparator.comparing((Member m) -> m.contact().given()).reversed())
                .toList();
    }

    /**
     * @return false where the bundle has no such address
     */
    boolean remove(String bundleId, String email) {
        UUID id = bundle(bundleId).id();
        return contacts.remove(id, email);
    }
}
