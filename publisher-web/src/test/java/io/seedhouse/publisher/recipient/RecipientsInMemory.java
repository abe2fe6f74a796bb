package io.seedhouse.publisher.recipient;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeReader;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.paygate.api.Examination;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Recipients;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A vault that keeps its identities in clear, for tests to unlock with. */
public final class RecipientsInMemory implements Recipients {
    private final Map<UUID, Identity> identities = new HashMap<>();

    /** By the id of the file they open. */
    public Map<UUID, Identity> identities() {
        return identities;
    }

    @Override
    public String forFile(UUID bundleId, PaidFile file) {
        return identities.computeIfAbsent(file.id(), id -> Identity.generate()).recipient();
    }

    @Override
    public Examination examine(UUID bundleId, PaidFile file, Path sealed) {
        Identity identity = identities.get(file.id());
        if (identity == null) {
            return new Examination.NoRecipient();
        }
        try (var clear = new AgeReader(List.of(identity)).open(Files.newInputStream(sealed))) {
            clear.transferTo(OutputStream.nullOutputStream());
            return new Examination.Opens();
        } catch (AgeException.NotAnAgeFile e) {
            return new Examination.NotAge();
        } catch (AgeException e) {
            return new Examination.ForOthers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
