package io.seedhouse.publisher.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.publisher.RateLimit;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that an account holds, but for the films themselves: a ZIP of JSON and CSV, written bundle by
 * bundle, so that no more than one bundle's orders are ever in memory.
 */
@ApplicationScoped
public class Export {
    private final RateLimit perAccount = new RateLimit(10, Duration.ofHours(1));

    @Inject Bundles bundles;
    @Inject Orders orders;
    @Inject Contacts contacts;

    /** How long until an account may have another; empty for at once. Ten an hour are enough. */
    public Optional<Duration> take(UUID publisherId) {
        return perAccount.take(publisherId.toString());
    }

    public void write(Publisher publisher, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        put(zip, "account.json", ExportedJson.account(publisher));
        for (Bundle bundle : bundles.ofPublisher(publisher.id())) {
            String folder = bundle.slug() + "/";
            put(
                    zip,
                    folder + "bundle.json",
                    ExportedJson.bundle(
                            bundle, bundles.files(bundle.id()), bundles.tiers(bundle.id())));
            put(zip, folder + "orders.csv", ExportedTables.orders(orders.ofBundle(bundle.id())));
            put(
                    zip,
                    folder + "contacts.csv",
                    ExportedTables.contacts(contacts.ofBundle(bundle.id())));
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }
}
