package io.seedhouse.packager.cli.publishing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A bundle as the server describes it.
 *
 * @param status draft, sealing, sealed or published
 * @param doneBytes of {@code totalBytes} sealed so far
 */
public record BundleState(
        String id,
        String status,
        List<Arrived> files,
        long doneBytes,
        long totalBytes,
        JsonObject facts) {

    /**
     * A file of the bundle.
     *
     * @param length bytes announced, of which {@code offset} have arrived
     * @param refused whether it came sealed and was refused
     */
    record Arrived(String name, String access, long length, long offset, boolean refused) {
        boolean isComplete() {
            return offset == length && !refused;
        }
    }

    static BundleState of(Reply reply) throws PlatformException {
        try {
            return of(reply.json());
        } catch (NullPointerException | IllegalStateException | ClassCastException e) {
            throw new PlatformException(
                    "the server's answer to %s lacks what a bundle has: check --server"
                            .formatted(reply.call()),
                    e);
        }
    }

    private static BundleState of(JsonObject json) {
        JsonObject progress = json.getAsJsonObject("progress");
        JsonArray files = json.getAsJsonArray("files");
        return new BundleState(
                json.get("id").getAsString(),
                json.get("status").getAsString(),
                StreamSupport.stream(files.spliterator(), false).map(BundleState::file).toList(),
                progress.get("doneBytes").getAsLong(),
                progress.get("totalBytes").getAsLong(),
                json);
    }

    private static Arrived file(JsonElement element) {
        JsonObject file = element.getAsJsonObject();
        return new Arrived(
                file.get("name").getAsString(),
                file.get("access").getAsString(),
                file.get("length").getAsLong(),
                file.get("offset").getAsLong(),
                file.has("problem") && !file.get("problem").isJsonNull());
    }

    boolean isDraft() {
        return status.equals("draft");
    }

    boolean isSealing() {
        return status.equals("sealing");
    }

    Optional<Arrived> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** A fact of the API, such as {@code magnet}; empty where the server has none. */
    public Optional<String> fact(String name) {
        JsonElement fact = facts.get(name);
        return fact == null || fact.isJsonNull()
                ? Optional.empty()
                : Optional.of(fact.getAsString());
    }
}
