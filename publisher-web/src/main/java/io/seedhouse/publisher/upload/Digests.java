package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Holds what arrived against the SHA-256 that its sender took of the whole file. The parts of an
 * upload may come over days from a file that changed meanwhile, and each part alone looks right.
 */
@ApplicationScoped
public class Digests {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    @Inject DigestRows rows;
    @Inject Staging staging;
    @Inject DigestRounds rounds;

    /**
     * Notes what the sender says; when all has arrived it is compared in the background.
     *
     * @param sha256 64 hexadecimal digits
     * @return empty when the publisher has no such upload in a draft
     * @throws Invalid when it is no such number
     */
    public Optional<DigestState> claim(UUID publisherId, UUID uploadId, String sha256) {
        String digest = sha256.strip();
        if (!SHA_256.matcher(digest).matches()) {
            throw new Invalid("sha256", say("upload.digest.malformed"));
        }
        Optional<BundleFile> file =
                rows.claim(publisherId, uploadId, digest.toLowerCase(Locale.ROOT));
        file.ifPresent(f -> rounds.soon());
        return file.map(DigestState::of);
    }

    /** How the comparison stands; empty when the publisher has no such upload. */
    public Optional<DigestState> state(UUID publisherId, UUID uploadId) {
        return rows.find(publisherId, uploadId).map(DigestState::of);
    }

    /** Compares all that is due, one file after another. */
    void compareDue() {
        for (UUID id : rows.due()) {
            rows.complete(id).ifPresent(this::compare);
        }
    }

    private void compare(BundleFile file) {
        String claimed = file.digest();
        if (claimed == null) {
            return;
        }
        try {
            String actual = Sha256.of(staging.data(file));
            rows.compared(file.id(), claimed, actual.equals(claimed));
        } catch (NoSuchFileException goneMeanwhile) {
            // Deleted while it was read: there is nothing to tell.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + staging.data(file), e);
        }
    }
}
