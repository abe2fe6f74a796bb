package io.seedhouse.tracker.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.packager.bencode.BencodeDictionary;
import io.seedhouse.packager.bencode.BencodeException;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeReader;
import io.seedhouse.tracker.peer.TorrentsOnDisk.Written;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.Admitting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever a client says to the metadata peer, and however its bytes arrive, it is told the same: a
 * greeting and pieces of metadata, each in a message of the wire's form, and no piece too often.
 *
 * <p>An input begins with a byte that says what is put in front, because no mutation finds an
 * infohash: a handshake, and a client's extensions.
 */
public final class ConversationFuzz {
    private static final int PIECES = 2;
    private static final int LONGEST = 64 << 10;
    private static final int GREETS = 0b1;
    private static final int BY_V2 = 0b10;
    private static final int FAST = 0b100;
    private static final int EXTENDS = 0b1000;
    private static final Written FILM = film();
    private static final Path FOLDER = FILM.file().resolveSibling("");
    private static final InfoDictionaries DICTIONARIES =
            new InfoDictionaries(Admitting.only(FILM.torrent()), FOLDER, 1 << 20, () -> 0);
    private static final Tally TALLY = new Tally();
    private static final Sayings SAYINGS = new Sayings();

    private ConversationFuzz() {}

    private static Written film() {
        try {
            Path folder = Files.createTempDirectory("conversations");
            Written film = new TorrentsOnDisk(folder).hybrid(20_000);
            film.file().toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return film;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called for each input. */
    public static void fuzzerTestOneInput(byte[] input) throws BencodeException {
        if (input.length == 0) {
            return;
        }
        byte[] heard = mended(input[0], Arrays.copyOfRange(input, 1, input.length));
        Heard atOnce = Heard.of(heard, Conversation.LONGEST_READ);
        require(atOnce.equals(Heard.of(heard, 1)), "otherwise understood byte by byte");
        require(
                atOnce.equals(Heard.of(heard, 2 + (input[0] >> 4 & 15) * 5)),
                "otherwise understood in parts");
        check(heard, ByteBuffer.wrap(atOnce.said()));
    }

    private static byte[] mended(int how, byte[] rest) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        if ((how & GREETS) != 0) {
            heard.writeBytes(
                    Wire.handshake(
                            (how & FAST) != 0 ? Wire.FAST : Wire.EXTENSION,
                            ((how & BY_V2) != 0 ? FILM.v2() : FILM.torrent().v1()).hex()));
        }
        if ((how & EXTENDS) != 0) {
            heard.writeBytes(Wire.extensions());
        }
        heard.writeBytes(rest);
        return heard.toByteArray();
    }

    /**
     * What a client was told and how it ended.
     *
     * @param said everything, one after the other
     */
    private record Heard(byte[] said, boolean greeted, boolean ended, int messages) {
        static Heard of(byte[] bytes, int bite) {
            Conversation conversation = new Conversation(DICTIONARIES, SAYINGS, LONGEST, TALLY);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            ByteBuffer in = ByteBuffer.allocate(Conversation.LONGEST_READ);
            boolean ended = false;
            for (int at = 0; at < bytes.length && !ended; ) {
                int length = Math.min(Math.min(bite, bytes.length - at), in.remaining());
                require(length > 0, "a buffer is full and nothing is understood");
                in.put(bytes, at, length).flip();
                at += length;
                ended = hear(conversation, in, said);
                in.compact();
            }
            return new Heard(
                    said.toByteArray(),
                    conversation.greeted(),
                    ended,
                    ended ? 0 : conversation.messages());
        }

        private static boolean hear(
                Conversation conversation, ByteBuffer in, ByteArrayOutputStream said) {
            while (true) {
                switch (conversation.next(in)) {
                    case Turn.Say say -> {
                        byte[] bytes = new byte[say.bytes().remaining()];
                        say.bytes().get(bytes);
                        said.writeBytes(bytes);
                    }
                    case Turn.End _ -> {
                        return true;
                    }
                    case Turn.Listen _ -> {
                        return false;
                    }
                }
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Heard heard
                    && Arrays.equals(said, heard.said)
                    && greeted == heard.greeted
                    && ended == heard.ended
                    && messages == heard.messages;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(said);
        }
    }

    private static void check(byte[] heard, ByteBuffer said) throws BencodeException {
        if (!said.hasRemaining()) {
            return;
        }
        require(heard.length >= Sayings.HANDSHAKE, "somebody was greeted who has not greeted us");
        byte[] greeting = new byte[Sayings.HANDSHAKE];
        said.get(greeting);
        require(
                Sayings.infohash(greeting).equals(Sayings.infohash(heard)),
                "greeted by another infohash");
        if (Sayings.isFast(heard)) {
            require(said.getInt() == 1 && said.get() == 0x0f, "not told that we have nothing");
        }
        BencodeDictionary extensions = dictionary(payload(said, 0));
        require(number(extensions, "metadata_size") == FILM.info().length, "another size");
        int sent = 0;
        while (said.hasRemaining()) {
            sent += checkAnswer(payload(said, -1));
        }
        require(sent <= Conversation.TIMES * PIECES, "sent too often");
    }

    private static byte[] payload(ByteBuffer said, int number) {
        byte[] payload = new byte[said.getInt() - 2];
        require(said.get() == Sayings.EXTENDED, "not an extended message");
        int under = said.get();
        require(number < 0 ? under != 0 : under == number, "under another number");
        said.get(payload);
        return payload;
    }

    /** How many pieces of metadata it holds. */
    private static int checkAnswer(byte[] payload) throws BencodeException {
        String text = new String(payload, ISO_8859_1);
        int end = text.indexOf("ee") + 2;
        BencodeDictionary head = dictionary(Arrays.copyOf(payload, end));
        long index = number(head, "piece");
        if (number(head, "msg_type") == 2) {
            require(end == payload.length, "more after a refusal");
            return 0;
        }
        int from = (int) index * InfoDictionary.PIECE;
        int to = Math.min(from + InfoDictionary.PIECE, FILM.info().length);
        require(
                number(head, "msg_type") == 1
                        && Arrays.equals(payload, end, payload.length, FILM.info(), from, to),
                "another piece");
        return 1;
    }

    private static BencodeDictionary dictionary(byte[] bytes) throws BencodeException {
        return (BencodeDictionary) BencodeReader.read(bytes);
    }

    private static long number(BencodeDictionary dictionary, String key) {
        return dictionary.get(key) instanceof BencodeNumber(long number) ? number : -1;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        byte[] first = Wire.request(0);
        byte[] last = Wire.request(1);
        byte[] none = Wire.request(2);
        return Stream.of(
                row(0, Wire.handshake(Wire.EXTENSION, "ab".repeat(20))),
                row(0, Wire.handshake(Wire.NO_EXTENSION, "ab".repeat(20))),
                row(GREETS | EXTENDS, first, last, none),
                row(GREETS | EXTENDS | BY_V2 | FAST, last, first, last, first, last, first, last),
                row(GREETS | 0x70, first, Wire.extensions(), new byte[4], first),
                row(GREETS | EXTENDS, Wire.message(5, new byte[4100]), first),
                row(GREETS | EXTENDS, Wire.extended(0, "d1:md11:ut_metadatai0eee"), first),
                row(GREETS | EXTENDS, Wire.extended(0, "d1:md11:ut_metadatai255eee"), first),
                row(GREETS | EXTENDS, Wire.extended(1, "d8:msg_typei1e5:piecei0ee"), first),
                row(GREETS, ByteBuffer.allocate(4).putInt(LONGEST + 1).array()),
                row(GREETS, ByteBuffer.allocate(40).putInt(LONGEST).array()));
    }

    private static byte[] row(int how, byte[]... heard) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.write(how);
        for (byte[] each : heard) {
            row.writeBytes(each);
        }
        return row.toByteArray();
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(
                new String(Wire.request(0), ISO_8859_1),
                new String(Wire.request(1), ISO_8859_1),
                new String(Wire.extensions(), ISO_8859_1),
                "\0\0\0\0",
                "\0\0\0\2\u0014\0",
                "\0\0\20\0",
                "d8:msg_typei0e5:piecei",
                "d1:md11:ut_metadatai",
                "ee",
                "eee");
    }
}
