package io.seedhouse.publisher.job;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.cutting.Trouble;

/** What became of {@link Jobs#start}. */
public sealed interface Begin {
    /** It waits or runs; the same job asked for twice is one. */
    record Begun(Job job) implements Begin {}

    record NoSuchBundle() implements Begin {}

    record NoSuchFile() implements Begin {}

    /** It cannot be made. */
    sealed interface Refused extends Begin {
        /** Says what to do, to the publisher. */
        String sentence();
    }

    record NotADraft(Status status) implements Refused {
        @Override
        public String sentence() {
            return say("film.job.not-a-draft");
        }
    }

    /** The file is not complete, or came sealed. */
    record NotReadable(String name, boolean sealed) implements Refused {
        @Override
        public String sentence() {
            return say(sealed ? "film.job.sealed" : "film.job.unfinished", name);
        }
    }

    /** It can be told from the file that it never will be. */
    record Impossible(Trouble trouble) implements Refused {
        @Override
        public String sentence() {
            return trouble.sentence();
        }
    }

    /** As many wait as may. */
    record TooMany(String key, long bound) implements Begin {
        public String sentence() {
            return say(key, bound);
        }
    }

    /** The disk has no room for the result. */
    record NoRoom() implements Begin {
        public String sentence() {
            return say("film.job.no-space");
        }
    }
}
