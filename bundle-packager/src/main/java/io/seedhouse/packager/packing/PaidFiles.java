package io.seedhouse.packager.packing;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.sealing.ChangedInputException;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Encrypts the paid files, going on where an earlier run stopped.
 *
 * <p>What is there already is never believed. Where the identity is at hand, the input is encrypted
 * once more under the file key found and compared, so that a file goes on in its middle, and a
 * changed input is noticed: it begins again under a new file key, because two inputs under one key
 * would betray both. A file sealed to others cannot be opened here: it is kept only when it is
 * complete, still has the recorded hash, and the system knows of no change to the input.
 */
final class PaidFiles {
    private final FileSealer sealer;
    private final PartFolder part;
    private final PartKeys keys;

    PaidFiles(FileSealer sealer, PartFolder part, PartKeys keys) {
        this.sealer = sealer;
        this.part = part;
        this.keys = keys;
    }

    SealedFile seal(Input input, LongConsumer progress) throws IOException {
        Path target = part.place(input.pathInTorrent());
        return input.needsIdentity()
                ? toIdentity(input, target, progress)
                : toRecipients(input, target, progress);
    }

    private SealedFile toIdentity(Input input, Path target, LongConsumer progress)
            throws IOException {
        Identity identity = keys.of(input);
        if (Files.exists(target)) {
            Counted counted = new Counted(progress);
            try {
                return goOn(input, target, identity, counted);
            } catch (ChangedInputException | AgeException e) {
                counted.takeBack();
            }
        }
        FileSealer.begin(target, List.of(identity.recipient()));
        return goOn(input, target, identity, progress);
    }

    private SealedFile goOn(Input input, Path target, Identity identity, LongConsumer progress)
            throws IOException {
        return sealer.resume(input.source(), target, identity, input.pathInTorrent(), progress);
    }

    private SealedFile toRecipients(Input input, Path target, LongConsumer progress)
            throws IOException {
        String inputNow = Stamp.strict(input.source());
        SealedRecord record = new SealedRecord(part.record(input.pathInTorrent()));
        if (Files.exists(target) && record.isOf(inputNow, input.recipients())) {
            Counted counted = new Counted(progress);
            SealedFile found = sealer.hash(target, input.pathInTorrent(), counted);
            if (record.holds(found)) {
                return found;
            }
            counted.takeBack();
        }
        record.forget();
        Files.deleteIfExists(target);
        SealedFile sealed =
                sealer.encrypt(
                        input.source(),
                        target,
                        input.recipients(),
                        input.pathInTorrent(),
                        progress);
        record.keep(inputNow, input.recipients(), sealed);
        return sealed;
    }

    /** Progress that turns out to be none can be taken back. */
    private static final class Counted implements LongConsumer {
        private final LongConsumer progress;
        private long total;

        Counted(LongConsumer progress) {
            this.progress = progress;
        }

        @Override
        public void accept(long bytes) {
            total += bytes;
            progress.accept(bytes);
        }

        void takeBack() {
            progress.accept(-total);
        }
    }
}
