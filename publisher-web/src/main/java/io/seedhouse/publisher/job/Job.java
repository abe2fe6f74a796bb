package io.seedhouse.publisher.job;

import io.seedhouse.publisher.cutting.Trouble;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Something to make of a file of a draft. */
@Entity
@Table(name = "publisher_job")
public class Job {
    /** In which state it is; the last three are final. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    @Id private UUID id;

    @Column(name = "bundle_id")
    private UUID bundleId;

    @Column(name = "publisher_id")
    private UUID publisherId;

    @Column(name = "file_id")
    private UUID fileId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String parameters;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private int progress;
    private String problem;
    private String outcome;

    @Column(name = "result_id")
    private UUID resultId;

    private int attempt;
    private Instant lease;
    private Instant created;
    private Instant started;
    private Instant ended;

    protected Job() {}

    Job(UUID publisherId, UUID bundleId, UUID fileId, Task task) {
        this.id = UUID.randomUUID();
        this.publisherId = publisherId;
        this.bundleId = bundleId;
        this.fileId = fileId;
        this.kind = task.kind();
        this.parameters = task.parameters();
        this.created = now();
    }

    /** Databases keep microseconds. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    void done(@Nullable UUID result, List<Long> moments) {
        state = State.DONE;
        progress = 1000;
        resultId = result;
        outcome = moments.stream().map(String::valueOf).collect(Collectors.joining(","));
        lease = null;
        ended = now();
    }

    void failed(Trouble trouble) {
        state = State.FAILED;
        problem = trouble.text();
        lease = null;
        ended = now();
    }

    void cancelled() {
        state = State.CANCELLED;
        lease = null;
        ended = now();
    }

    /** Another attempt is to be made. */
    void again() {
        state = State.WAITING;
        progress = 0;
        lease = null;
    }

    /** The server goes down in good order: the attempt counts for nothing. */
    void putBack() {
        again();
        attempt--;
    }

    public boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }

    public UUID id() {
        return id;
    }

    public UUID bundleId() {
        return bundleId;
    }

    public UUID publisherId() {
        return publisherId;
    }

    /** What it is made of. */
    public UUID fileId() {
        return fileId;
    }

    public Kind kind() {
        return kind;
    }

    String parameters() {
        return parameters;
    }

    Task task() {
        return Task.of(kind, parameters);
    }

    public State state() {
        return state;
    }

    /** Parts done of a thousand. */
    public int progress() {
        return progress;
    }

    /** Why it failed; null unless it did. */
    public @Nullable Trouble problem() {
        return problem == null ? null : Trouble.of(problem);
    }

    /** The file it became; null before that, and for pictures to choose from. */
    public @Nullable UUID resultId() {
        return resultId;
    }

    /** Moments of the pictures to choose from, in milliseconds. */
    public List<Long> moments() {
        return outcome == null || outcome.isEmpty()
                ? List.of()
                : Arrays.stream(outcome.split(",")).map(Long::valueOf).toList();
    }

    /** How often it has begun. */
    public int attempt() {
        return attempt;
    }

    public Instant created() {
        return created;
    }

    public @Nullable Instant started() {
        return started;
    }

    public @Nullable Instant ended() {
        return ended;
    }
}
