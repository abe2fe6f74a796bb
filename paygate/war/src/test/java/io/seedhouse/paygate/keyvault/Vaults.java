package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.Database;
import io.seedhouse.paygate.door.AddressPrefix;
import io.seedhouse.paygate.entitlement.KeyringGate;
import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.order.OrderToken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Puts the parts of this package together for tests of others. */
public final class Vaults {
    private Vaults() {}

    /** As at a start of the server. */
    private static VaultKeeper keeper(Database database, Path keyFile) {
        var keeper = new VaultKeeper();
        keeper.database = database;
        keeper.clock = Clock.systemUTC();
        keeper.keyFile = Optional.of(keyFile);
        keeper.open();
        return keeper;
    }

    public static KeyCheck check(Database database, Path keyFile) {
        var check = new KeyCheck();
        check.keeper = keeper(database, keyFile);
        return check;
    }

    public static Rotation rotation(Database database, Path keyFile) {
        return keeper(database, keyFile).rotation();
    }

    public static String recipient(Database database, Path keyFile, UUID bundle, PaidFile file) {
        return Vault.open(database, new PrivateFile(keyFile), Clock.systemUTC())
                .recipient(bundle, file.id());
    }

    /** The keyring's text, as a buyer fetches it. */
    public static String keyring(
            Database database, Path keyFile, KeyringGate gate, UUID order, OrderToken token) {
        var vault = Vault.open(database, new PrivateFile(keyFile), Clock.systemUTC());
        var given =
                new Handover(gate, vault)
                        .give(
                                Optional.of(order),
                                Optional.of(token),
                                new AddressPrefix("203.0.113.0/24"));
        return given instanceof Handover.Given.Keys keys ? keys.text() : given.toString();
    }
}
