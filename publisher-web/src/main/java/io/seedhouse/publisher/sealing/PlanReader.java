package io.seedhouse.publisher.sealing;

import io.seedhouse.publisher.bundle.Meter;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the files that are still to be sealed, one by one. What is done stands in the work
 * folder, which outlives a crash, so nothing is kept in the batch repository.
 */
@Dependent
@Named
public class PlanReader extends AbstractItemReader {
    /** A file with the plan it is part of. */
    record Todo(Plan plan, Plan.Item item) {}

    @Inject
    @BatchProperty(name = "bundle")
    String bundle;

    @Inject SealingRows rows;
    @Inject SealedFiles sealedFiles;
    @Inject Meter meter;

    private final Queue<Todo> todo = new ArrayDeque<>();

    @Override
    public void open(@Nullable Serializable checkpoint) throws IOException {
        Plan plan = rows.plan(UUID.fromString(bundle));
        long done = 0;
        for (Plan.Item item : plan.items()) {
            if (sealedFiles.done(plan, item.file()).isPresent()) {
                done += item.file().length();
            } else {
                todo.add(new Todo(plan, item));
            }
        }
        meter.begin(plan.bundleId(), done);
    }

    @Override
    public @Nullable Object readItem() {
        return todo.poll();
    }
}
