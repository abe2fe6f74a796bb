package io.seedhouse.paygate.keyvault;

import static java.util.stream.Collectors.joining;

import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.entitlement.Later;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An order's keyring: what was bought in remarks, then one identity per file. */
final class KeyringText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd 'at' HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private KeyringText() {}

    static String write(Access.Open order, List<Keyring.Entry> entries) {
        return remark("Keyring for %s, %s".formatted(order.title(), order.tier()))
                + remark("Order " + order.orderId())
                + remark("Keep it: it opens the files named below on any computer, for ever.")
                + order.later().stream().map(KeyringText::later).collect(joining())
                + new Keyring(entries).text();
    }

    /**
     * What stands above an identity.
     *
     * @param several whether the keyring is for several versions, whose files have the same names
     */
    static String remark(Granted granted, boolean several) {
        var name = granted.file().name();
        return oneLine(
                several && granted.folder() != null
                        ? "%s, in the folder %s".formatted(name, granted.folder())
                        : name);
    }

    /** That a key is not there yet, so that nobody thinks it was forgotten. */
    private static String later(Later file) {
        return remark(
                "Not in it yet: %s. Its key comes on %s; fetch the keyring again then."
                        .formatted(remark(file.granted(), true), MOMENT.format(file.opens())));
    }

    private static String remark(String words) {
        return "# " + oneLine(words) + "\n";
    }

    /** A title or a file name must not be able to end its remark and add a line of its own. */
    static String oneLine(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
