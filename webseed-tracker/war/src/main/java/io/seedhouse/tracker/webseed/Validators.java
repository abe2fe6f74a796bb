package io.seedhouse.tracker.webseed;

import io.undertow.util.DateUtils;
import java.time.Instant;
import java.util.Date;

/**
 * What tells one state of a file from another (RFC 9110, section 8.8).
 *
 * @param etag with its quotes; strong, for files are never changed in place
 * @param modified in whole seconds, as HTTP counts
 * @param lastModified the same as a header has it
 */
record Validators(String etag, Date modified, String lastModified) {

    static Validators of(long size, Instant modified) {
        return of(
                "\"%x-%x\"".formatted(size, modified.toEpochMilli()),
                new Date(modified.getEpochSecond() * 1000));
    }

    static Validators ofPad(long size) {
        return of("\"pad-" + size + '"', new Date(0));
    }

    private static Validators of(String etag, Date modified) {
        return new Validators(etag, modified, DateUtils.toDateString(modified));
    }
}
