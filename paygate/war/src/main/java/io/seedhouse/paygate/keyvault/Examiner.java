package io.seedhouse.paygate.keyvault;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.paygate.api.Examination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Tries an identity on a file that was sealed elsewhere; the identity goes no further. */
final class Examiner {
    private final Identity identity;

    Examiner(Identity identity) {
        this.identity = identity;
    }

    Examination examine(Path sealed) {
        try (AgeFile _ = AgeFile.open(sealed, List.of(identity))) {
            return new Examination.Opens();
        } catch (AgeException refusal) {
            return verdict(refusal);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + sealed, e);
        }
    }

    private static Examination verdict(AgeException refusal) {
        return switch (refusal) {
            case AgeException.NotAnAgeFile e -> new Examination.NotAge();
            case AgeException.NoIdentityMatches e -> new Examination.ForOthers();
            case AgeException.Truncated e -> new Examination.CutShort();
            case AgeException.Damaged e when e.chunk() < 0 -> new Examination.HeaderDamaged();
            case AgeException.Damaged e -> new Examination.EndDamaged();
            default -> throw new IllegalStateException("no verdict on " + refusal, refusal);
        };
    }
}
