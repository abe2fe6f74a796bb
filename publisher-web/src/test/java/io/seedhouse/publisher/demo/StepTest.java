package io.seedhouse.publisher.demo;

import static io.seedhouse.publisher.bundle.Status.DRAFT;
import static io.seedhouse.publisher.bundle.Status.PUBLISHED;
import static io.seedhouse.publisher.bundle.Status.SEALED;
import static io.seedhouse.publisher.bundle.Status.SEALING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void makesTheFilesAgainUnlessEveryOneArrived() {
        assertEquals(Step.MAKE_FILES, Step.after(DRAFT, false, false));
        assertEquals(Step.MAKE_FILES, Step.after(DRAFT, false, true));
    }

    @Test
    void pricesBeforeItSeals() {
        assertEquals(Step.PRICE, Step.after(DRAFT, true, false));
        assertEquals(Step.SEAL, Step.after(DRAFT, true, true));
    }

    @Test
    void waitsThenPublishesThenIsDone() {
        assertEquals(Step.WAIT, Step.after(SEALING, true, true));
        assertEquals(Step.PUBLISH, Step.after(SEALED, true, true));
        assertEquals(Step.DONE, Step.after(PUBLISHED, true, true));
    }
}
