package io.seedhouse.publisher.recipient;

import io.seedhouse.paygate.api.Examination;
import java.util.Optional;

/** What the paygate says to a file sealed at home, in words for its publisher. */
final class Verdict {
    private Verdict() {}

    /** Why the file is refused and what to do; empty when it opens. */
    static Optional<String> on(SealedName name, Examination found) {
        return fault(found).map(fault -> "The file \"%s\" %s.".formatted(name.sealed(), fault));
    }

    private static Optional<String> fault(Examination found) {
        return switch (found) {
            case Examination.Opens o -> Optional.empty();
            case Examination.NoRecipient n ->
                    Optional.of("has no recipient of this platform: ask for one and seal it to it");
            case Examination.NotAge n ->
                    Optional.of(
                            "is no age file in binary form: seal it to the recipient issued for it"
                                    + " (age -r) and upload it again");
            case Examination.ForOthers f ->
                    Optional.of(
                            "is sealed, but not to the recipient issued for it: seal it to that"
                                    + " one and upload it again");
            case Examination.CutShort c ->
                    Optional.of("is cut short, its end is missing: upload all of it again");
            case Examination.HeaderDamaged h ->
                    Optional.of(
                            "is damaged in its header: seal or copy it anew and upload it again");
            case Examination.EndDamaged e ->
                    Optional.of(
                            "is damaged or cut short in its last chunk: seal or copy it anew and"
                                    + " upload it again");
        };
    }
}
