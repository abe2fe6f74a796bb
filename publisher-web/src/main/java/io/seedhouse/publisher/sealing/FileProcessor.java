package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.sealing.SealedFile;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Seals a file: the long part of the job. */
@Dependent
@Named
public class FileProcessor implements ItemProcessor {
    /** A file that is sealed but not yet remembered as such. */
    record Done(PlanReader.Todo todo, SealedFile sealed) {}

    @Inject SealedFiles sealedFiles;
    @Inject JobContext job;

    @Override
    public Object processItem(Object item) throws Exception {
        PlanReader.Todo todo = (PlanReader.Todo) item;
        try {
            return new Done(todo, sealedFiles.seal(todo.plan(), todo.item()));
        } catch (Exception e) {
            job.setTransientUserData(Fault.of(e, todo.item().file().name()));
            throw e;
        }
    }
}
