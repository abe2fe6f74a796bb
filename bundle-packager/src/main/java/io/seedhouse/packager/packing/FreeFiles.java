package io.seedhouse.packager.packing;

import io.seedhouse.packager.metainfo.Attribute;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Copies the free files, again after an interruption: copying costs no more than comparing. The
 * copy may be read by whoever may read new files here, even where the source may not.
 */
final class FreeFiles {
    private final FileSealer sealer;
    private final PartFolder part;

    FreeFiles(FileSealer sealer, PartFolder part) {
        this.sealer = sealer;
        this.part = part;
    }

    SealedFile copy(Input input, LongConsumer progress) throws IOException {
        Path target = part.place(input.pathInTorrent());
        Files.deleteIfExists(target);
        SealedFile copied = sealer.copy(input.source(), target, input.pathInTorrent(), progress);
        if (input.attributes().contains(Attribute.EXECUTABLE)) {
            makeExecutable(target);
        }
        return copied;
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
