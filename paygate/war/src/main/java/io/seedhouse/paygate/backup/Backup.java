package io.seedhouse.paygate.backup;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Makes backups. */
@ApplicationScoped
public class Backup {
    @Resource(lookup = "java:jboss/datasources/SeedhouseDS")
    DataSource source;

    @Inject Clock clock;

    /**
     * Writes the database as it is at this moment into a new file of mode 0600, whole or not at
     * all. The shop goes on meanwhile.
     *
     * @param file in a folder that is there; must not be there itself
     * @return how many rows are in it
     */
    public long write(Path file) throws BackupFailed {
        if (Files.exists(file)) {
            throw exists(file);
        }
        try {
            return writeNew(file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw new BackupFailed(
                    "The backup %s could not be written: %s.".formatted(file, reason(e)), e);
        } catch (SQLException e) {
            throw new BackupFailed(
                    "The database could not be read for a backup: %s."
                            .formatted(BackupFailed.reason(e)),
                    e);
        }
    }

    private static BackupFailed exists(Path file) {
        return new BackupFailed(
                "%s is there already: move it away, or give the backup another name."
                        .formatted(file));
    }

    private static String reason(IOException e) {
        var message = String.valueOf(e.getMessage());
        return message.isEmpty() || e.getClass() != IOException.class ? e.toString() : message;
    }

    private long writeNew(Path file) throws IOException, SQLException {
        var draft =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        ".backup",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            long rows = write(Files.newOutputStream(draft));
            persist(draft);
            Files.createLink(file, draft);
            return rows;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void persist(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    long write(OutputStream file) throws IOException, SQLException {
        try (file;
                var db = source.getConnection()) {
            int usual = db.getTransactionIsolation();
            db.setTransactionIsolation(Product.of(db).snapshot());
            db.setAutoCommit(false);
            try {
                return write(db, file);
            } finally {
                db.rollback();
                db.setAutoCommit(true);
                db.setTransactionIsolation(usual);
            }
        }
    }

    private long write(Connection db, OutputStream file) throws IOException, SQLException {
        var tables = Tables.of(db);
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            Manifest.of(tables, Product.of(db), clock.instant()).write(new Entry(zip));
            long rows = 0;
            for (var table : tables.data()) {
                zip.putNextEntry(new ZipEntry(TableRows.entry(table.name())));
                rows += new TableRows(table).write(db, new Entry(zip));
            }
            return rows;
        } catch (JsonException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e);
        }
    }

    /** Who writes an entry closes no more than that. */
    private static final class Entry extends FilterOutputStream {
        private final ZipOutputStream zip;

        Entry(ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            zip.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }
}
