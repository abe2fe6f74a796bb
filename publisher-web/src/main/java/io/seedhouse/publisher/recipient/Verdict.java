package io.seedhouse.publisher.recipient;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Examination;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.language.Say;
import java.util.Optional;

/** What the paygate says to a file sealed at home, in words for its publisher. */
final class Verdict {
    private Verdict() {}

    /**
     * Why the file is refused and what to do; empty when it opens. In English, for it is kept: see
     * {@link Say#again}.
     */
    static Optional<String> on(SealedName name, Examination found) {
        return Reader.of(Language.ENGLISH).get(() -> fault(name, found));
    }

    private static Optional<String> fault(SealedName name, Examination found) {
        return switch (found) {
            case Examination.Opens o -> Optional.empty();
            case Examination.NoRecipient n ->
                    Optional.of(say("recipient.file.no-recipient", name.sealed()));
            case Examination.NotAge n -> Optional.of(say("recipient.file.not-age", name.sealed()));
            case Examination.ForOthers f ->
                    Optional.of(say("recipient.file.for-others", name.sealed()));
            case Examination.CutShort c ->
                    Optional.of(say("recipient.file.cut-short", name.sealed()));
            case Examination.HeaderDamaged h ->
                    Optional.of(say("recipient.file.header", name.sealed()));
            case Examination.EndDamaged e -> Optional.of(say("recipient.file.end", name.sealed()));
        };
    }
}
