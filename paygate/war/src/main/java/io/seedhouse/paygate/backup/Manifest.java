package io.seedhouse.paygate.backup;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param made when
 * @param product which database it was made of; the other has other types
 * @param schemas the version of each module's tables
 */
record Manifest(String made, String product, Map<String, String> schemas) {
    static final String ENTRY = "backup.json";
    private static final String FORMAT = "seedhouse-backup-1";

    static Manifest of(Tables tables, Product product, Instant now) {
        return new Manifest(now.toString(), product.name(), tables.histories());
    }

    void write(OutputStream out) {
        var versions = Json.createObjectBuilder();
        new TreeMap<>(schemas).forEach(versions::add);
        var manifest =
                Json.createObjectBuilder()
                        .add("format", FORMAT)
                        .add("made", made)
                        .add("database", product)
                        .add("schemas", versions)
                        .build();
        try (var writer = Json.createWriter(out)) {
            writer.write(manifest);
        }
    }

    /**
     * @throws BackupFailed when this is no backup of ours
     */
    static Manifest read(InputStream in) throws BackupFailed {
        try (var reader = Json.createReader(in)) {
            var manifest = reader.readObject();
            if (manifest.getString("format", "").equals(FORMAT)) {
                var schemas = new TreeMap<String, String>();
                manifest.getJsonObject("schemas")
                        .forEach((table, version) ->
                                schemas.put(table, ((JsonString) version).getString()));
                return new Manifest(
                        manifest.getString("made"), manifest.getString("database"), schemas);
            }
        } catch (RuntimeException noManifest) {
            throw new BackupFailed("The file is no backup of Seedhouse.", noManifest);
        }
        throw new BackupFailed("The file is a backup of another kind of Seedhouse than this one.");
    }
}
