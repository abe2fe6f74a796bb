package io.seedhouse.paygate.backup;

import io.seedhouse.paygate.keyvault.KeyCheck;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/** Puts a backup into a new database, whole or not at all. */
@ApplicationScoped
public class Restore {
    /** Tables that a server fills when it starts for the first time. */
    private static final Set<String> MADE_AT_START =
            Set.of("paygate_vault_key", "paygate_stripe_cursor", "paygate_sandbox_setting");

    @Resource(lookup = "java:jboss/datasources/SeedhouseDS")
    DataSource source;

    @Inject KeyCheck keys;

    /**
     * Nothing is changed in a database that holds anything, and nothing is restored that the key
     * file of this server does not open. The server has to be started anew after it.
     */
    public void from(Path file) throws BackupFailed {
        try (var zip = new ZipFile(file.toFile());
                var db = source.getConnection()) {
            from(zip, db);
        } catch (IOException | JsonException e) {
            throw new BackupFailed(
                    "%s is no backup that can be read: %s.".formatted(file, e.getMessage()), e);
        } catch (SQLException e) {
            throw new BackupFailed(
                    "The database did not take the backup, and is as it was: %s."
                            .formatted(BackupFailed.reason(e)),
                    e);
        }
    }

    private void from(ZipFile zip, Connection db) throws BackupFailed, IOException, SQLException {
        var tables = Tables.of(db);
        check(zip, Product.of(db), tables);
        checkEmpty(db, tables);
        count(zip, db, tables);
        db.setAutoCommit(false);
        try {
            load(zip, db, tables);
            var refusal = keys.refusal(db);
            if (refusal.isPresent()) {
                throw new BackupFailed(refusal.get());
            }
            db.commit();
        } finally {
            db.rollback();
            db.setAutoCommit(true);
        }
    }

    private static void check(ZipFile zip, Product product, Tables tables)
            throws BackupFailed, IOException {
        try (var in = open(zip, Manifest.ENTRY)) {
            var manifest = Manifest.read(in);
            if (!manifest.product().equals(product.name())) {
                throw new BackupFailed(
                        "The backup is of a database of %s and this one is of %s: restore it into one of the same kind."
                                .formatted(manifest.product(), product));
            }
            if (!manifest.schemas().equals(tables.histories())) {
                throw new BackupFailed(
                        "The backup of %s is of another version of Seedhouse (%s, here %s): restore it with the version that made it, and update then."
                                .formatted(
                                        manifest.made(), manifest.schemas(), tables.histories()));
            }
        }
    }

    private static void checkEmpty(Connection db, Tables tables) throws BackupFailed, SQLException {
        for (var table : tables.data()) {
            if (!MADE_AT_START.contains(table.name()) && holdsRows(db, table)) {
                throw new BackupFailed(
                        "This database is not empty (%s): restore into a new one, with a server started with SEEDHOUSE_DEMO=off."
                                .formatted(table.name()));
            }
        }
    }

    private static boolean holdsRows(Connection db, Tables.Table table) throws SQLException {
        try (var statement = db.createStatement();
                var row =
                        statement.executeQuery(
                                "select 1 from %s limit 1".formatted(table.quoted()))) {
            return row.next();
        }
    }

    /** Numbers that rows of the backup have are not given again. */
    private static void count(ZipFile zip, Connection db, Tables tables)
            throws BackupFailed, IOException, SQLException {
        for (var table : tables.data()) {
            Optional<Column> counting = table.counting();
            if (counting.isPresent()) {
                try (var in = open(zip, TableRows.entry(table.name()))) {
                    long highest = new TableRows(table).highest(counting.get(), in);
                    Product.of(db).countFrom(db, table, counting.get(), highest + 1);
                }
            }
        }
    }

    private static void load(ZipFile zip, Connection db, Tables tables)
            throws BackupFailed, IOException, SQLException {
        checkNames(zip, tables);
        try (var statement = db.createStatement()) {
            for (var name : MADE_AT_START) {
                statement.executeUpdate("delete from " + Tables.quoted(name));
            }
        }
        for (var table : tables.data()) {
            try (var in = open(zip, TableRows.entry(table.name()))) {
                new TableRows(table).load(db, in);
            }
        }
    }

    private static void checkNames(ZipFile zip, Tables tables) throws BackupFailed {
        var left = new TreeSet<String>();
        zip.stream().forEach(entry -> left.add(entry.getName()));
        left.remove(Manifest.ENTRY);
        List<Tables.Table> data = tables.data();
        data.forEach(table -> left.remove(TableRows.entry(table.name())));
        if (!left.isEmpty()) {
            throw new BackupFailed(
                    "The backup holds what this database has no table for: %s.".formatted(left));
        }
    }

    private static InputStream open(ZipFile zip, String name) throws BackupFailed, IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupFailed(
                    "%s lacks %s: it is no whole backup of Seedhouse."
                            .formatted(zip.getName(), name));
        }
        return zip.getInputStream(entry);
    }
}
