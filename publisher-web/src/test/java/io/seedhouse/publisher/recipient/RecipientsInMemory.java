package io.seedhouse.publisher.recipient;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeReader;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.paygate.api.Examination;
import io.seedhouse.paygate.api.Keep;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.paygate.api.Reseal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;

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
    public Keep keep(UUID bundleId, PaidFile file, UUID newBundleId, PaidFile newFile) {
        Identity identity = identities.get(file.id());
        if (identity == null) {
            return new Keep.NoIdentity();
        }
        Identity known = identities.putIfAbsent(newFile.id(), identity);
        return known == null || known.secret().equals(identity.secret())
                ? new Keep.Kept()
                : new Keep.HasAnother();
    }

    @Override
    public Reseal reseal(
            UUID bundleId,
            PaidFile file,
            Path sealed,
            UUID newBundleId,
            PaidFile newFile,
            Path target,
            LongPredicate goesOn)
            throws IOException {
        Identity identity = identities.get(file.id());
        if (identity == null) {
            return new Reseal.NoIdentity();
        }
        Path clear = Files.createTempFile(target.getParent(), "clear", null);
        try (var in = new AgeReader(List.of(identity)).open(Files.newInputStream(sealed))) {
            long length = Files.copy(in, clear, StandardCopyOption.REPLACE_EXISTING);
            if (!goesOn.test(length)) {
                return new Reseal.Stopped();
            }
            String recipient = forFile(newBundleId, newFile);
            new FileSealer(1 << 20).encrypt(clear, target, recipient, newFile.name(), n -> {});
            return new Reseal.Resealed(Files.size(target));
        } catch (AgeException e) {
            return new Reseal.Damaged(String.valueOf(e.getMessage()));
        } finally {
            Files.delete(clear);
        }
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
