package io.seedhouse.publisher.audience;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.publisher.bundle.Bundle;

/** Somebody who left an address, and for what. */
record Member(Bundle bundle, Contact contact) {
    boolean stays() {
        return contact.unsubscribed() == null;
    }

    /** Leaves the address out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Member";
    }
}
