package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The hidden file beside the target that holds a plain file until it is whole. Its name follows
 * from the target's, so that the next run finds what an interrupted one left.
 *
 * @param path where it is
 */
record PartFile(Path target, Path path) {
    private static final String SUFFIX = ".seedhouse-part";
    private static final int LONGEST_NAME = 255;

    static PartFile of(Path target) {
        String name = target.getFileName().toString();
        String part = "." + name + SUFFIX;
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length + 1 + SUFFIX.length() > LONGEST_NAME) {
            part = "." + UUID.nameUUIDFromBytes(bytes) + SUFFIX;
        }
        return new PartFile(target, target.resolveSibling(part));
    }

    /**
     * Writes all that is missing, syncs it and gives it the target's name. Damage deletes it.
     *
     * @return plain bytes that were written, and not found already
     */
    long complete(AgeFile file, LongConsumer progress) throws IOException {
        refuseExisting();
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        checkSpace(folder, file.clearLength());
        try (OwnedPart part = OwnedPart.open(path, target)) {
            return complete(file, part.channel(), progress);
        }
    }

    /** Until it has its name or is gone, nobody else may take it up. */
    private long complete(AgeFile file, FileChannel channel, LongConsumer progress)
            throws IOException {
        try {
            long written = new PlainUnits(file, channel).run(progress);
            channel.truncate(file.clearLength());
            channel.force(true);
            refuseExisting();
            Files.move(path, target);
            return written;
        } catch (AgeException e) {
            delete(e);
            throw e;
        }
    }

    private void delete(AgeException damage) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            damage.addSuppressed(e);
        }
    }

    /**
     * Whether the target is there and could be the plain file, by its length.
     *
     * @throws FileAlreadyExistsException when it is there and certainly something else
     */
    boolean isDone(AgeFile file) throws IOException {
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                || Files.size(target) != file.clearLength()) {
            refuseExisting();
            return false;
        }
        return true;
    }

    /**
     * Authenticates the whole file against a target that {@link #isDone}.
     *
     * @throws FileAlreadyExistsException when the target is something else
     */
    void compare(AgeFile file, LongConsumer progress) throws IOException {
        try (FileChannel there =
                FileChannel.open(target, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            new PlainUnits(file, there).compare(target, progress);
        }
    }

    private void refuseExisting() throws FileAlreadyExistsException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }

    private void checkSpace(Path folder, long length) throws IOException {
        long missing = length - (Files.exists(path) ? Files.size(path) : 0);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (missing > free) {
            throw new IOException(
                    "%s needs %d bytes and its disk has %d left".formatted(target, missing, free));
        }
    }

    /** Where it is, or null when nothing was kept. */
    @Nullable Path kept() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? path : null;
    }
}
