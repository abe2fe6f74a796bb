package io.seedhouse.publisher.demo;

import io.seedhouse.publisher.bundle.Status;

/** What the demo needs next. It follows from what is there alone, so any stop can be continued. */
enum Step {
    MAKE_FILES,
    PRICE,
    SEAL,
    WAIT,
    PUBLISH,
    DONE;

    /**
     * @param filesArrived whether all of the demo's files are complete
     * @param priced whether the film has a tier
     */
    static Step after(Status status, boolean filesArrived, boolean priced) {
        return switch (status) {
            case DRAFT -> !filesArrived ? MAKE_FILES : priced ? SEAL : PRICE;
            case SEALING -> WAIT;
            case SEALED -> PUBLISH;
            case PUBLISHED, WITHDRAWN -> DONE;
        };
    }
}
