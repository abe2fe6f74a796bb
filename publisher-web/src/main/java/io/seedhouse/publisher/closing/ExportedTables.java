package io.seedhouse.publisher.closing;

import io.seedhouse.paygate.api.Contacts.Contact;
import io.seedhouse.paygate.api.Orders.PublishersOrder;
import io.seedhouse.publisher.csv.CsvWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an export says in tables; amounts are in the currency's smallest coin. */
final class ExportedTables {
    private ExportedTables() {}

    static String orders(List<PublishersOrder> orders) {
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "order",
                                        "kind",
                                        "tier",
                                        "email",
                                        "amount",
                                        "tip",
                                        "refunded",
                                        "currency",
                                        "code",
                                        "status",
                                        "created",
                                        "paid"));
        orders.forEach(order -> table.row(row(order)));
        return table.text();
    }

    private static List<String> row(PublishersOrder order) {
        return List.of(
                order.orderId().toString(),
                order.kind().name().toLowerCase(Locale.ROOT),
                order.tier(),
                order.email(),
                Long.toString(order.amount().amount()),
                Long.toString(order.tip().amount()),
                Long.toString(order.refunded().amount()),
                order.amount().currency(),
                text(order.code()),
                order.status().name().toLowerCase(Locale.ROOT),
                order.created().toString(),
                text(order.paid()));
    }

    static String contacts(List<Contact> contacts) {
        CsvWriter table = new CsvWriter().row(List.of("email", "consent", "given", "unsubscribed"));
        contacts.forEach(contact ->
                table.row(
                        List.of(
                                contact.email(),
                                contact.consent(),
                                contact.given().toString(),
                                text(contact.unsubscribed()))));
        return table.text();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
