package io.seedhouse.packager.packing;

import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Copies the free files, again after an interruption: copying costs no more than comparing. The
 * copy may be read by whoever may read new files here, even where the source may not.
 */
final class FreeFiles {
    private static final long PORTION = 8 << 20;

    private final FileSealer sealer;
    private final PartFolder part;

    FreeFiles(FileSealer sealer, PartFolder part) {
        this.sealer = sealer;
        this.part = part;
    }

    /** Every byte counts as progress twice: copied, and read again to be hashed. */
    SealedFile copy(Input input, LongConsumer progress) throws IOException {
        Path target = part.place(input.pathInTorrent());
        Files.deleteIfExists(target);
        try (FileChannel in = FileChannel.open(input.source(), StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(in, out, input.length(), progress);
            out.force(true);
        }
        if (input.attributes().contains(Attribute.EXECUTABLE)) {
            makeExecutable(target);
        }
        return sealer.hash(target, input.pathInTorrent(), progress);
    }

    /** An interrupted thread finds the channels closed at the next portion. */
    private static void copy(FileChannel in, FileChannel out, long length, LongConsumer progress)
            throws IOException {
        long at = 0;
        while (at < length) {
            long copied = in.transferTo(at, Math.min(PORTION, length - at), out);
            if (copied == 0) {
                return; // it shrank, which is noticed afterwards
            }
            at += copied;
            progress.accept(copied);
        }
    }

    /** For everybody who may read it. */
    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
    }
}
