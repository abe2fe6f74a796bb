package io.seedhouse.tracker.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.api.Infohash;
import io.seedhouse.tracker.api.Torrent;
import io.seedhouse.tracker.peer.TorrentsOnDisk.Written;
import io.seedhouse.tracker.torrent.Admitting;
import io.seedhouse.tracker.wire.WireInfohash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoDictionariesTest {
    private static final int PIECE = InfoDictionary.PIECE;

    @TempDir Path folder;

    private final AtomicLong clock = new AtomicLong(5_000);
    private TorrentsOnDisk disk;

    private final Said said = Said.by(InfoDictionaries.class);

    @AfterEach
    void listenNoMore() {
        said.close();
    }

    @BeforeEach
    void prepare() {
        disk = new TorrentsOnDisk(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1, 100",
        "16384, 1, 16384",
        "16385, 2, 1",
        "65536, 4, 16384",
        "40000, 3, 7232"
    })
    void cutsTheDictionaryIntoPiecesOfWhichOnlyTheLastIsShorter(int size, int pieces, int last)
            throws Exception {
        Written film = disk.hybrid(size);
        InfoDictionary info = only(film.torrent()).find(WireInfohash.of(film.torrent().v1()));
        assertNotNull(info);
        assertEquals(pieces, info.pieces());
        assertEquals(last, info.piece(pieces - 1).remaining());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < pieces; i++) {
            ByteBuffer piece = info.piece(i);
            assertTrue(i == pieces - 1 || piece.remaining() == PIECE);
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
        }
        assertArrayEquals(film.info(), all.toByteArray());
    }

    @Test
    void findsATorrentByBothInfohashesAndNoOther() throws Exception {
        Written film = disk.hybrid(100);
        Written stranger = disk.hybrid(101);
        InfoDictionaries dictionaries = only(film.torrent());
        InfoDictionary byV1 = dictionaries.find(WireInfohash.of(film.torrent().v1()));
        assertNotNull(byV1);
        assertSame(byV1, dictionaries.find(WireInfohash.of(film.v2())));
        assertNull(dictionaries.find(WireInfohash.of(stranger.torrent().v1())));
    }

    @Test
    void handsOutNothingOfAFileThatIsAnotherTorrentOrNone() throws Exception {
        Written film = disk.v1(100);
        Infohash otherHash = new Infohash("ab".repeat(32));
        Torrent wrongV2 =
                new Torrent(film.torrent().bundleId(), film.torrent().v1(), otherHash, "Film");
        assertNull(only(wrongV2).find(WireInfohash.of(film.torrent().v1())));
        for (String damage : new String[] {"", "i1e", "de", "d4:infoi1ee", "d4:info"}) {
            Files.write(film.file(), damage.getBytes(StandardCharsets.ISO_8859_1));
            assertUnreadable(film);
        }
        byte[] flipped = film.info().clone();
        flipped[20] ^= 1;
        Files.write(film.file(), embedded(flipped));
        assertUnreadable(film);
        Files.write(film.file(), embedded(film.info()));
        assertNotNull(only(film.torrent()).find(WireInfohash.of(film.torrent().v1())));
    }

    private void assertUnreadable(Written film) {
        assertNull(only(film.torrent()).find(WireInfohash.of(film.torrent().v1())));
    }

    private static byte[] embedded(byte[] info) {
        byte[] out = new byte[8 + info.length];
        System.arraycopy("d4:info".getBytes(StandardCharsets.ISO_8859_1), 0, out, 0, 7);
        System.arraycopy(info, 0, out, 7, info.length);
        out[out.length - 1] = 'e';
        return out;
    }

    @Test
    void saysOnceThatAFileIsMissingAndLooksAgainAfterAMinute() throws Exception {
        Written film = disk.v1(100);
        byte[] file = Files.readAllBytes(film.file());
        Files.delete(film.file());
        InfoDictionaries dictionaries = only(film.torrent());
        WireInfohash hash = WireInfohash.of(film.torrent().v1());
        assertNull(dictionaries.find(hash));
        clock.addAndGet(61_000);
        assertNull(dictionaries.find(hash));
        assertEquals(1, said.lines().size(), said.lines().toString());
        assertTrue(said.lines().getFirst().contains(film.file() + ": it is missing"));
        Files.write(film.file(), file);
        assertNull(dictionaries.find(hash), "not before its time");
        clock.addAndGet(61_000);
        assertNotNull(dictionaries.find(hash));
    }

    @Test
    void keepsTheOnesAskedForLastWithinItsBound() throws Exception {
        Written first = disk.v1(30_000);
        Written second = disk.v1(30_001);
        Written third = disk.v1(30_002);
        InfoDictionaries dictionaries =
                new InfoDictionaries(
                        Admitting.only(first.torrent(), second.torrent(), third.torrent()),
                        folder,
                        65_000,
                        clock::get);
        InfoDictionary kept = find(dictionaries, first);
        find(dictionaries, second);
        find(dictionaries, first);
        find(dictionaries, third);
        assertTrue(dictionaries.bytes() <= 65_000, "kept " + dictionaries.bytes());
        Files.delete(second.file());
        Files.delete(first.file());
        assertSame(kept, find(dictionaries, first));
        assertNull(find(dictionaries, second));
    }

    @Test
    void readsOnlySoMuchInASecondAndHandsOutMeanwhileWhatItKeeps() throws Exception {
        int most = InfoDictionaries.READ_PER_SECOND / InfoDictionaries.LEAST_READ;
        List<Written> films = new ArrayList<>();
        for (int i = 0; i < most + 10; i++) {
            films.add(disk.v1(2000 + i));
        }
        Torrent[] torrents = films.stream().map(Written::torrent).toArray(Torrent[]::new);
        InfoDictionaries dictionaries =
                new InfoDictionaries(Admitting.only(torrents), folder, 1 << 20, clock::get);
        for (int i = 0; i < films.size(); i++) {
            assertEquals(i < most, find(dictionaries, films.get(i)) != null, "film " + i);
        }
        assertNotNull(find(dictionaries, films.getFirst()));
        clock.addAndGet(1_000);
        for (Written film : films) {
            assertNotNull(find(dictionaries, film));
        }
    }

    private static @Nullable InfoDictionary find(InfoDictionaries dictionaries, Written film)
            throws IOException {
        return dictionaries.find(WireInfohash.of(film.torrent().v1()));
    }

    private InfoDictionaries only(Torrent torrent) {
        return new InfoDictionaries(Admitting.only(torrent), folder, 1 << 20, clock::get);
    }
}
