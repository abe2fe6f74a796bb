package io.seedhouse.paygate.keyvault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.encryption.ChunkCipher;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.paygate.api.Examination;
import io.seedhouse.paygate.api.Keep;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.database.TestDatabase;
import io.seedhouse.paygate.entitlement.Granted;
import io.seedhouse.paygate.home.PrivateFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What holds for the vault on every database. */
abstract class VaultContract {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final PaidFile FILM = new PaidFile(UUID.randomUUID(), "film.mp4");
    private static final PaidFile OTHER = new PaidFile(UUID.randomUUID(), "other.mp4");

    @TempDir Path home;
    private final TestDatabase database = database();

    abstract TestDatabase database();

    private Vault open() {
        var file = new PrivateFile(home.resolve("vault.json"));
        return Vault.open(database, file, Clock.systemUTC());
    }

    @Test
    void givesTheIdentityOfTheRecipientItHandedOut() {
        var recipient = open().recipient(BUNDLE, FILM.id());
        var vault = open();
        var entry =
                database.inTransaction(
                                db -> vault.unseal(db, List.of(new Granted(BUNDLE, null, FILM))))
                        .getFirst();
        assertEquals(recipient, entry.identity().recipient());
        assertEquals("film.mp4", entry.remark());
    }

    @Test
    void letsALaterVersionsFileStandForTheSameIdentity() {
        var next = new PaidFile(UUID.randomUUID(), FILM.name());
        var version = UUID.randomUUID();
        var recipient = open().recipient(BUNDLE, FILM.id());
        var old = new SealedIdentity.Key(BUNDLE, FILM.id());
        var anew = new SealedIdentity.Key(version, next.id());
        assertEquals(new Keep.Kept(), open().keep(old, anew));
        assertEquals(new Keep.Kept(), open().keep(old, anew), "again");
        assertEquals(recipient, open().recipient(version, next.id()));
        var vault = open();
        var entries =
                database.inTransaction(db ->
                        vault.unseal(
                                db,
                                List.of(
                                        new Granted(BUNDLE, null, FILM),
                                        new Granted(version, null, next))));
        assertEquals(entries.getFirst().identity().secret(), entries.getLast().identity().secret());
    }

    @Test
    void keepsNoIdentityThatIsNotThereAndReplacesNone() {
        var old = new SealedIdentity.Key(BUNDLE, FILM.id());
        var other = new SealedIdentity.Key(BUNDLE, OTHER.id());
        assertEquals(new Keep.NoIdentity(), open().keep(old, other));
        open().recipient(BUNDLE, FILM.id());
        var own = open().recipient(BUNDLE, OTHER.id());
        assertEquals(new Keep.HasAnother(), open().keep(old, other));
        assertEquals(own, open().recipient(BUNDLE, OTHER.id()));
    }

    @Test
    void answersConcurrentFirstCallsWithOneRecipient() throws Exception {
        var vault = open();
        Callable<String> ask = () -> vault.recipient(BUNDLE, FILM.id());
        var answers = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(20)) {
            for (Future<String> answer :
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(_ -> ask).toList())) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.size());
    }

    @Test
    void keepsNoSecretInClearInTheDatabase() {
        open().recipient(BUNDLE, FILM.id());
        var sealed =
                database.inTransaction(db ->
                        db.find(SealedIdentity.class, new SealedIdentity.Key(BUNDLE, FILM.id()))
                                .sealed());
        assertFalse(
                new String(sealed, StandardCharsets.ISO_8859_1).contains("AGE-SECRET-KEY"),
                "sealed");
    }

    @Test
    void opensWhatWasSealedElsewhereToTheRecipientItHandedOut() throws Exception {
        assertEquals(new Examination.Opens(), examine(sealed()));
    }

    @Test
    void tellsWhyBuyersCouldNotOpenWhatWasSealedElsewhere() throws Exception {
        byte[] sealed = sealed();
        assertEquals(new Examination.NotAge(), examine(new byte[100]));
        assertEquals(new Examination.CutShort(), examine(Arrays.copyOf(sealed, 184 + 65_552)));
        assertEquals(new Examination.EndDamaged(), examine(Arrays.copyOf(sealed, 150_000)));
        assertEquals(new Examination.HeaderDamaged(), examine(withAnotherMac(sealed)));
        assertEquals(new Examination.EndDamaged(), examine(flipped(sealed, sealed.length - 1)));
        open().recipient(BUNDLE, OTHER.id());
        Path file = Files.write(home.resolve("film.age"), sealed);
        assertEquals(
                new Examination.ForOthers(),
                open().examiner(BUNDLE, OTHER.id()).orElseThrow().examine(file));
        assertTrue(open().examiner(UUID.randomUUID(), FILM.id()).isEmpty());
    }

    @Test
    void opensWhatWasSealedToItsPublisherToo() throws Exception {
        var recipients =
                List.of(Identity.generate().recipient(), open().recipient(BUNDLE, FILM.id()));
        AgeHeader header = AgeHeader.forRecipients(recipients);
        byte[] sealed = Arrays.copyOf(header.bytes(), header.length() + 5 + AgeFormat.TAG);
        new ChunkCipher(header.payloadKey())
                .seal(0, true, ByteBuffer.wrap(new byte[5]), 0, 5, sealed, header.length());
        assertEquals(new Examination.Opens(), examine(sealed));
    }

    private byte[] sealed() throws IOException {
        Path clear = Files.write(home.resolve("film"), new byte[200_000]);
        Path sealed = home.resolve("film.age");
        var recipient = open().recipient(BUNDLE, FILM.id());
        new FileSealer(1 << 20).encrypt(clear, sealed, recipient, "film.age", n -> {});
        return Files.readAllBytes(sealed);
    }

    /** Still base64, so that only the MAC can tell. */
    private static byte[] withAnotherMac(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[150] = (byte) (changed[150] == 'A' ? 'B' : 'A');
        return changed;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private Examination examine(byte[] bytes) throws IOException {
        Path file = Files.write(home.resolve("film.age"), bytes);
        return open().examiner(BUNDLE, FILM.id()).orElseThrow().examine(file);
    }

    @Test
    void doesNotStartWithTheKeyOfAnotherInstallation() throws Exception {
        open().recipient(BUNDLE, FILM.id());
        Files.delete(home.resolve("vault.json"));
        assertThrows(IllegalStateException.class, this::open);
        KeyFile.open(new PrivateFile(home.resolve("vault.json")), true);
        assertThrows(IllegalStateException.class, this::open);
    }
}
