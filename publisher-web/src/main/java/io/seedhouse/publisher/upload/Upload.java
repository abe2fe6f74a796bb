package io.seedhouse.publisher.upload;

import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Status;
import java.time.Instant;

/**
 * An upload as it stands.
 *
 * @param status of its bundle
 * @param offset bytes that have arrived
 * @param expires when it is dropped unless it goes on; without meaning once it is finished
 */
public record Upload(BundleFile file, Status status, long offset, Instant expires) {
    /** Everything has arrived and was not refused. */
    public boolean finished() {
        return offset == file.length() && file.problem() == null;
    }
}
