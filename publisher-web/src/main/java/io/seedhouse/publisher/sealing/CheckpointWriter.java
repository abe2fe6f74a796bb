package io.seedhouse.publisher.sealing;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Remembers the sealed file, so that no later run seals it again. */
@Dependent
@Named
public class CheckpointWriter extends AbstractItemWriter {
    @Inject SealedFiles sealedFiles;

    @Override
    public void writeItems(List<Object> items) throws Exception {
        for (Object item : items) {
            FileProcessor.Done done = (FileProcessor.Done) item;
            sealedFiles.remember(done.todo().plan(), done.todo().item().file(), done.sealed());
        }
    }
}
