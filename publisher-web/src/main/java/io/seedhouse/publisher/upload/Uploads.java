package io.seedhouse.publisher.upload;

import io.seedhouse.packager.bundle.FileNames;
import io.seedhouse.packager.sealing.WholeFile;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.recipient.Examinations;
import io.seedhouse.publisher.recipient.SealedName;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Uploads of all bundles. Only a draft takes and drops files. One request at a time is at an
 * upload; a second one is told so and does not wait.
 */
@ApplicationScoped
public class Uploads {
    /** An unfinished upload is dropped this long after its last byte. */
    static final Duration KEPT = Duration.ofDays(7);

    @Inject UploadRows rows;
    @Inject Staging staging;
    @Inject Examinations examinations;
    @Inject Event<Arrival> arrivals;

    @Inject
    @ConfigProperty(name = "seedhouse.upload-max-bytes", defaultValue = "1099511627776")
    long longest;

    /** The most bytes one upload may have. */
    public long longest() {
        return longest;
    }

    /**
     * Begins an upload, or finds the same one unfinished.
     *
     * @param given a plain file name, kept as it is; that of a sealed file may end in {@code .age}
     * @param length bytes of the whole file
     */
    public Create create(
            UUID publisherId, UUID bundleId, String given, Access access, long length) {
        String name = access == Access.SEALED ? SealedName.of(given).clear() : given;
        if (length > longest) {
            return new Create.TooLong(longest);
        }
        Optional<String> fault = FileNames.check(name);
        if (fault.isPresent()) {
            return new Create.BadName(fault.get());
        }
        if (!hasRoom(access, length)) {
            return new Create.NoRoom();
        }
        Create answer = rows.insert(publisherId, bundleId, name, access, length);
        if (answer instanceof Create.Created c) {
            new DataFile(staging.data(c.file())).create();
        }
        return answer;
    }

    /**
     * Takes a file that was made here into a draft, as if it had been uploaded; within the caller's
     * transaction, so that it is there with whatever else the caller writes.
     *
     * @param name follows the rules of names, and is taken by nobody but {@code replaced}
     * @param made whole and synced to disk; it is moved
     * @param replaced a file that goes, whose name and place in tiers this one takes; null for
     *     none. Its bytes are the caller's to delete, once the transaction has ended well
     */
    public Create adopt(
            UUID publisherId,
            UUID bundleId,
            String name,
            Access access,
            Path made,
            @Nullable UUID replaced) {
        Optional<String> fault = FileNames.check(name);
        if (fault.isPresent()) {
            return new Create.BadName(fault.get());
        }
        if (replaced != null) {
            rows.delete(publisherId, replaced);
        }
        try {
            Create answer = rows.insert(publisherId, bundleId, name, access, Files.size(made));
            if (answer instanceof Create.Created c) {
                Path data = staging.data(c.file());
                Files.createDirectories(data.getParent());
                Files.move(made, data);
                WholeFile.syncFolder(data.getParent());
                arrivals.fire(new Arrival(bundleId, c.file().id()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take " + made, e);
        }
    }

    /** A paid file needs room twice, for itself and for its sealed copy. */
    public boolean hasRoom(Access access, long length) {
        return staging.room() / (access == Access.PAID ? 2 : 1) >= length;
    }

    /** An upload of this publisher; somebody else's is empty. */
    public Optional<Upload> find(UUID publisherId, UUID uploadId) {
        return rows.find(publisherId, uploadId).map(this::upload);
    }

    /** As {@link #find}, and a complete sealed file has been examined then. */
    Optional<Upload> examined(UUID publisherId, UUID uploadId) {
        return find(publisherId, uploadId)
                .map(upload -> upload.status() == Status.DRAFT ? examined(upload) : upload);
    }

    private Upload examined(Upload upload) {
        BundleFile file = examinations.examine(upload.file().id()).orElse(upload.file());
        return new Upload(file, upload.status(), upload.offset(), upload.expires());
    }

    /** Whether a request is at this upload right now. */
    public boolean isHeld(UUID uploadId) {
        return staging.isHeld(uploadId);
    }

    /**
     * Adds bytes at the end of what has arrived. Reads from {@code in} only as far as the upload's
     * length, through a small buffer; whatever arrives before a break is kept.
     *
     * @param offset where the sender believes the end to be
     */
    public Append append(UUID publisherId, UUID uploadId, long offset, InputStream in) {
        Append answer =
                holding(
                        uploadId,
                        () ->
                                find(publisherId, uploadId)
                                        .map(upload -> append(upload, offset, in))
                                        .orElseGet(Append.NoSuchUpload::new),
                        Append.Held::new);
        if (answer instanceof Append.Appended a && a.upload().finished()) {
            arrivals.fire(new Arrival(a.upload().file().bundleId(), uploadId));
        }
        return answer;
    }

    private Append append(Upload upload, long offset, InputStream in) {
        BundleFile file = upload.file();
        return switch (upload.status()) {
            case DRAFT -> {
                if (file.problem() != null) {
                    yield new Append.Unopenable(file.problem());
                }
                if (offset != upload.offset()) {
                    yield new Append.WrongOffset(upload.offset());
                }
                yield switch (new DataFile(staging.data(file)).append(offset, file.length(), in)) {
                    case DataFile.Ended e ->
                            ended(new Upload(file, upload.status(), e.offset(), expiry(file)));
                    case DataFile.Broke b -> new Append.Broken(b.offset());
                    case DataFile.Overran o -> new Append.TooLong(file.length());
                    case DataFile.Refused r -> new Append.NotStored(r.offset());
                };
            }
            case SEALING, SEALED, PUBLISHED, WITHDRAWN -> new Append.NotADraft(upload.status());
        };
    }

    private Append ended(Upload upload) {
        Upload now = examined(upload);
        String problem = now.file().problem();
        return problem == null ? new Append.Appended(now) : new Append.Unopenable(problem);
    }

    /**
     * Lets a draft's file be free instead of sold, or the other way round. Tiers are not touched:
     * one that sells what has become free tells so before the bundle is sealed.
     *
     * @param access {@link Access#FREE} or {@link Access#PAID}
     */
    public Share share(UUID publisherId, UUID uploadId, Access access) {
        boolean room =
                access == Access.FREE
                        || find(publisherId, uploadId)
                                .map(upload -> staging.room() >= upload.file().length())
                                .orElse(true);
        return room ? rows.share(publisherId, uploadId, access) : new Share.NoRoom();
    }

    /** Drops an upload, finished or not, with its bytes. */
    public Delete delete(UUID publisherId, UUID uploadId) {
        return holding(uploadId, () -> drop(publisherId, uploadId), Delete.Held::new);
    }

    private Delete drop(UUID publisherId, UUID uploadId) {
        Optional<Upload> upload = find(publisherId, uploadId);
        Delete answer = rows.delete(publisherId, uploadId);
        if (answer instanceof Delete.Deleted) {
            upload.map(Upload::file)
                    .map(staging::data)
                    .map(DataFile::new)
                    .ifPresent(DataFile::delete);
        }
        return answer;
    }

    /** Drops every unfinished upload that nobody has gone on with for {@link #KEPT}. */
    void dropExpired(Instant now) {
        for (UploadRows.Row row : rows.ofDrafts()) {
            Upload upload = upload(row);
            if (!upload.finished() && upload.expires().isBefore(now)) {
                delete(row.bundle().publisherId(), upload.file().id());
            }
        }
    }

    private Upload upload(UploadRows.Row row) {
        BundleFile file = row.file();
        return new Upload(
                file, row.bundle().status(), staging.offset(row.bundle(), file), expiry(file));
    }

    private Instant expiry(BundleFile file) {
        return new DataFile(staging.data(file)).touched().orElse(file.created()).plus(KEPT);
    }

    private <T> T holding(UUID uploadId, Supplier<T> work, Supplier<T> otherwise) {
        if (!staging.hold(uploadId)) {
            return otherwise.get();
        }
        try {
            return work.get();
        } finally {
            staging.release(uploadId);
        }
    }
}
