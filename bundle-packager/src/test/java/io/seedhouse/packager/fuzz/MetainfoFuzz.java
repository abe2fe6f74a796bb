package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.MetainfoException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Any bytes are either refused in one sentence or a torrent that is sound in every respect. */
public final class MetainfoFuzz {
    private static final Memory MEMORY = new Memory(32 << 10, 256);
    private static final int LONGEST_MESSAGE = 1500;

    private MetainfoFuzz() {}

    /** Called for each input: as it is, and mended so that its hashes fit. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        check(input);
        byte[] mended = FittingHashes.in(MendedBencode.of(input)).encode();
        if (!Arrays.equals(mended, input)) {
            check(mended);
        }
    }

    private static void check(byte[] input) throws IOException {
        Metainfo torrent;
        try {
            torrent = MEMORY.bound(input.length, () -> Metainfo.parse(input));
        } catch (MetainfoException e) {
            checkMessage(String.valueOf(e.getMessage()));
            return;
        }
        Soundness.check(torrent, input);
    }

    private static void checkMessage(String message) {
        if (!message.startsWith("it is no torrent: ")
                && !message.startsWith("the torrent cannot be used: ")) {
            throw new AssertionError("begins otherwise: " + message);
        }
        if (message.length() > LONGEST_MESSAGE || !Shown.safely(message)) {
            throw new AssertionError("cannot be shown: " + message);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() throws IOException {
        return SeedTorrents.all();
    }

    /** Keys and values of torrents. */
    public static List<String> words() {
        return List.of(
                "4:info",
                "4:name",
                "12:piece length",
                "i16384e",
                "6:pieces",
                "5:files",
                "6:length",
                "i9223372036854775807e",
                "4:pathl",
                "4:attr1:p",
                "4:attr1:x",
                "4:attr2:hx",
                "4:attr1:l",
                "12:symlink path",
                "12:meta versioni2e",
                "9:file treed",
                "0:d6:length",
                "11:pieces root32:",
                "12:piece layersd",
                "8:announce",
                "13:announce-listl",
                "8:url-listl",
                "7:privatei1e",
                "6:source",
                "7:similarl20:",
                "11:collectionsl",
                "13:creation datei0e",
                "7:comment",
                "10:created by",
                "2:..",
                "1:.");
    }
}
