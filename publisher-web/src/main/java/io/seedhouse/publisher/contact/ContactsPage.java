package io.seedhouse.publisher.contact;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Who left an address, for the publisher. */
@Path("studio/{id: [0-9a-f-]{36}}/contacts")
@ForPublishers
public class ContactsPage {
    @Inject CurrentPublisher current;
    @Inject Bundles bundles;
    @Inject Contacts contacts;

    @GET
    public Page show(@PathParam("id") UUID id) {
        Bundle bundle =
                bundles.find(current.require(), id)
                        .orElseThrow(() -> new Refused(404, "You have no bundle of this address."));
        List<Contact> all = contacts.ofBundle(id);
        return new Page(
                "contact/contacts.jte",
                new ContactsView(
                        id.toString(),
                        bundle.title(),
                        all.stream().filter(contact -> contact.unsubscribed() == null).count(),
                        all.reversed().stream()
                                .limit(ContactsView.ROWS)
                                .map(ContactsPage::row)
                                .toList(),
                        Math.max(0, all.size() - ContactsView.ROWS)));
    }

    private static ContactsView.Row row(Contact contact) {
        return new ContactsView.Row(
                contact.email(), contact.consent(), contact.given(), contact.unsubscribed());
    }
}
