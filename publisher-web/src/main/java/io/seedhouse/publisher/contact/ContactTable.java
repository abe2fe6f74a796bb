package io.seedhouse.publisher.contact;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.publisher.csv.CsvWriter;
import java.util.List;

/** Contacts as a table. */
final class ContactTable {
    private ContactTable() {}

    static CsvWriter write(List<Contact> contacts) {
        CsvWriter table = new CsvWriter();
        table.row(List.of("email", "consent", "given", "unsubscribed"));
        contacts.forEach(contact ->
                table.row(
                        List.of(
                                contact.email(),
                                contact.consent(),
                                contact.given().toString(),
                                contact.unsubscribed() == null
                                        ? ""
                                        : contact.unsubscribed().toString())));
        return table;
    }
}
