package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes.Code;
import java.util.List;

/** What became of {@link Making#make}. */
public sealed interface Make {
    /** Made now, or by the first call with this key. */
    record Done(List<Code> codes) implements Make {
        public Done {
            codes = List.copyOf(codes);
        }
    }

    record NoSuchBundle() implements Make {}

    /** The key was used to make other codes. */
    record OtherRequest() implements Make {
        String sentence() {
            return say("publisher.key.used");
        }
    }

    /**
     * None was made.
     *
     * @param line which of the list is at fault, from 1
     */
    record Refused(int line, String sentence) implements Make {}
}
