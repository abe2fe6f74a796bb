package io.seedhouse.publisher.sealing;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.Unsellable;

import java.util.UUID;

/** What became of {@link Sealing#start}. */
public sealed interface Start {
    record Started() implements Start {}

    record NoSuchBundle(UUID bundleId) implements Start {}

    /** It cannot be sealed as it is. */
    sealed interface Refused extends Start {
        /** Says what to do, to the publisher. */
        String sentence();
    }

    record NotADraft(Status status) implements Refused {
        @Override
        public String sentence() {
            return switch (status) {
                case SEALING -> "The bundle is being sealed already: wait until that is done.";
                default -> "The bundle is " + status.label() + " already: its files are final.";
            };
        }
    }

    record NoFiles() implements Refused {
        @Override
        public String sentence() {
            return "The bundle has no files: upload at least one, then seal it.";
        }
    }

    record UnfinishedUpload(String fileName) implements Refused {
        @Override
        public String sentence() {
            return "The upload of \"%s\" is not finished: finish or delete it, then seal."
                    .formatted(fileName);
        }
    }

    /** All of it arrived and is still held against what was sent. */
    record StillChecked(String fileName) implements Refused {
        @Override
        public String sentence() {
            return say("sealing.still-checked", fileName);
        }
    }

    /** Something is still made of its files, which would be lost. */
    record StillCutting() implements Refused {
        @Override
        public String sentence() {
            return say("sealing.still-cutting");
        }
    }

    /**
     * @param sentence why a file that came sealed was refused
     */
    record RefusedUpload(String sentence) implements Refused {}

    /** The disk has no room for the files that are sealed anew. */
    record NoRoom() implements Refused {
        @Override
        public String sentence() {
            return "The server's disk has no room for files sealed anew: tell its operator, then"
                    + " seal.";
        }
    }

    /** A tier sells what is not there. */
    record NotSellable(Unsellable what) implements Refused {
        @Override
        public String sentence() {
            return what.sentence();
        }
    }
}
