package io.seedhouse.publisher.job;

import io.seedhouse.publisher.cutting.Trouble;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A job as the API shows it.
 *
 * @param file what it is made of
 * @param state {@code waiting}, {@code running}, {@code done}, {@code failed}, {@code cancelled}
 * @param progress parts done of a thousand
 * @param problem a sentence in the reader's language, where it failed
 * @param result the file it became
 * @param frames moments of the pictures to choose from, in milliseconds; picture {@code n} is at
 *     {@code .../files/FILE/frames/n}
 */
public record JobView(
        UUID id,
        UUID file,
        String kind,
        String state,
        int progress,
        @Nullable String problem,
        @Nullable UUID result,
        List<Long> frames,
        int attempt,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended) {
    public static JobView of(Job job) {
        Trouble problem = job.problem();
        return new JobView(
                job.id(),
                job.fileId(),
                job.kind().label(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.progress(),
                problem == null ? null : problem.sentence(),
                job.resultId(),
                job.moments(),
                job.attempt(),
                job.created(),
                job.started(),
                job.ended());
    }
}
