package io.seedhouse.paygate.keyvault;

import io.seedhouse.packager.keys.Keyring;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import java.util.List;

/** An order's keyring: what was bought in remarks, then one identity per file. */
final class KeyringText {
    private KeyringText() {}

    static String write(Access.Open order, List<Keyring.Entry> entries) {
        return remark("Keyring for %s, %s".formatted(order.title(), order.tier()))
                + remark("Order " + order.orderId())
                + remark("Keep it: it opens the files named below on any computer, for ever.")
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

    private static String remark(String words) {
        return "# " + oneLine(words) + "\n";
    }

    /** A title or a file name must not be able to end its remark and add a line of its own. */
    static String oneLine(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
