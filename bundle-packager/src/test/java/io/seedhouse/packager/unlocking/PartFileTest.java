package io.seedhouse.packager.unlocking;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seedhouse.packager.Samples;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.encryption.AgeSamples;
import io.seedhouse.packager.keys.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
    private static final int LENGTH = 1000;
    private static final int ROUNDS = 300;

    @TempDir Path folder;

    private final Identity identity = Identity.generate();

    @Test
    void aRunThatComesLateDoesNotTakeUpWhatIsFinished() throws IOException {
        Path part = Samples.file(folder.resolve("part"), LENGTH);
        Object opened = OwnedPart.inode(part);
        try (FileChannel late = FileChannel.open(part, WRITE)) {
            Path film = Files.move(part, folder.resolve("film"));
            assertBusy(() -> OwnedPart.lock(late, part, opened, film));
        }
        try (FileChannel late = FileChannel.open(folder.resolve("film"), WRITE)) {
            Samples.file(part, LENGTH); // a third run has begun
            assertBusy(() -> OwnedPart.lock(late, part, opened, folder.resolve("film")));
        }
    }

    private static void assertBusy(Executable locking) {
        String reason = Samples.message(assertThrows(IOException.class, locking));
        assertTrue(reason.endsWith("film is being unlocked by another run"), reason);
    }

    /** A lock that is to be had while the part still has its name would let others write it. */
    @Test
    void theLockLastsUntilTheFileHasItsName() throws IOException {
        Path sealed = seal("film.age", Samples.bytes(LENGTH));
        for (int round = 0; round < ROUNDS; round++) {
            Path target = folder.resolve("film" + round);
            List<CompletableFuture<Boolean>> hadItsName = new ArrayList<>();
            complete(sealed, target, bytes -> hadItsName.add(waitForTheLock(target)));
            assertTrue(hadItsName.getFirst().join(), "in round " + round);
        }
    }

    private static CompletableFuture<Boolean> waitForTheLock(Path target) {
        try {
            FileChannel other = FileChannel.open(PartFile.of(target).path(), WRITE);
            return CompletableFuture.supplyAsync(() -> hasNameWhenLockable(other, target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNameWhenLockable(FileChannel channel, Path target) {
        try (channel) {
            while (true) {
                try {
                    channel.lock();
                    return Files.exists(target);
                } catch (OverlappingFileLockException e) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAPartThatAnotherUserCouldChangeLater() throws IOException {
        Path part = Files.write(folder.resolve(".film.seedhouse-part"), Samples.bytes(LENGTH));
        assumeTrue(givenAway(part), "only root can give files away");
        Path sealed = seal("film.age", Samples.bytes(LENGTH));
        var refusal =
                assertThrows(
                        IOException.class,
                        () -> complete(sealed, folder.resolve("film"), bytes -> {}));
        assertTrue(Samples.message(refusal).contains(part + " belongs to another user"));
        assertFalse(Files.exists(folder.resolve("film")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(sealed, part), left.sorted().toList().reversed());
        }
    }

    private static boolean givenAway(Path file) throws IOException {
        var users = file.getFileSystem().getUserPrincipalLookupService();
        try {
            Files.setOwner(file, users.lookupPrincipalByName("nobody"));
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }

    private void complete(Path sealed, Path target, LongConsumer progress) throws IOException {
        try (AgeFile file = AgeFile.open(sealed, List.of(identity))) {
            PartFile.of(target).complete(file, progress);
        }
    }

    private Path seal(String name, byte[] clear) throws IOException {
        return Files.write(folder.resolve(name), AgeSamples.seal(clear, identity.recipient()));
    }
}
