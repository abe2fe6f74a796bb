package io.seedhouse.packager.cli.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bundle as the server describes it.
 *
 * @param status draft, sealing, sealed, published or withdrawn
 * @param doneBytes of {@code totalBytes} sealed so far
 */
public record BundleState(
        String id,
        String status,
        List<Arrived> files,
        long doneBytes,
        long totalBytes,
        Answer facts) {
    private static final String ID = "[A-Za-z0-9-]{1,64}";
    private static final String STATUS = "draft|sealing|sealed|published|withdrawn";

    /**
     * A file of the bundle.
     *
     * @param id also of its upload
     * @param length bytes announced, of which {@code offset} have arrived
     * @param refused whether it came sealed and was refused
     */
    record Arrived(
            String id, String name, String access, long length, long offset, boolean refused) {
        boolean isComplete() {
            return offset == length && !refused;
        }

        /** The path of its upload. */
        String address() {
            return "/api/v1/uploads/" + id;
        }
    }

    static BundleState of(Reply reply) throws PlatformException {
        Answer bundle = reply.json();
        List<Arrived> files = new ArrayList<>();
        for (Answer file : bundle.objects("files")) {
            files.add(file(file));
        }
        Answer progress = bundle.object("progress");
        return new BundleState(
                bundle.text("id", ID),
                bundle.text("status", STATUS),
                List.copyOf(files),
                progress.count("doneBytes"),
                progress.count("totalBytes"),
                bundle);
    }

    private static Arrived file(Answer file) throws PlatformException {
        return new Arrived(
                file.text("id", ID),
                file.text("name"),
                file.text("access"),
                file.count("length"),
                file.count("offset"),
                file.optionalText("problem").isPresent());
    }

    boolean isDraft() {
        return status.equals("draft");
    }

    boolean isSealing() {
        return status.equals("sealing");
    }

    boolean isWithdrawn() {
        return status.equals("withdrawn");
    }

    boolean isPublished() {
        return status.equals("published");
    }

    Optional<Arrived> file(String name) {
        return files.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** A fact of the API, such as {@code magnet}; empty where the server has none. */
    public Optional<String> fact(String name) {
        return facts.optionalText(name);
    }
}
