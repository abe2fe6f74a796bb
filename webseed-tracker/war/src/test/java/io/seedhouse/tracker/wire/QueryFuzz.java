package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.seedhouse.packager.fuzz.Memory;
import io.seedhouse.packager.fuzz.Shown;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any query is either refused in one sentence or read as {@link PlainQuery} reads it. */
public final class QueryFuzz {
    private static final Memory MEMORY = new Memory(16 << 10, 128);
    private static final String ESCAPED =
            "%00%26%3d%25%ff%41%42%43%44%45%46%47%48%49%4a%4b%4c%4d+z";

    private QueryFuzz() {}

    /** Called for each input: as it is, and with what an announce needs put in front. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String query = new String(input, ISO_8859_1);
        announce(query);
        scrape(query);
        announce("info_hash=" + ESCAPED + "&peer_id=" + ESCAPED + "&port=1&left=0&" + query);
        ordinary(input);
    }

    private static void announce(String query) throws IOException {
        AnnounceRequest request = MEMORY.bound(query.length(), () -> announceOrNot(query)).request;
        if (request == null) {
            return;
        }
        PlainQuery plain = new PlainQuery(query);
        require(Arrays.equals(request.infohash().bytes(), plain.bytes("info_hash")), "infohash");
        require(plain.bytes("peer_id").length == 20, "peer id");
        require(request.port() == plain.number("port") && request.port() > 0, "port");
        require(near(request.left(), plain.number("left")), "left");
        require(request.port() <= 65535, "port beyond its bound");
        require(
                request.wanted() >= 0 && request.wanted() <= AnnounceRequest.MOST_WANTED,
                "wanted beyond its bound");
    }

    /** What is near the largest number may count as the largest. */
    private static boolean near(long left, long plain) {
        return left >= 0 && (left == plain || left == Long.MAX_VALUE && plain > left - 10);
    }

    private static void scrape(String query) throws IOException {
        ScrapeRequest request = MEMORY.bound(query.length(), () -> scrapeOrNot(query)).scrape;
        if (request == null) {
            return;
        }
        List<byte[]> plain = new PlainQuery(query).all("info_hash");
        require(request.infohashes().size() <= ScrapeRequest.MOST, "too many");
        require(request.infohashes().size() == plain.size(), "another number");
        for (int i = 0; i < plain.size(); i++) {
            require(
                    Arrays.equals(request.infohashes().get(i).bytes(), plain.get(i)),
                    "another infohash");
        }
    }

    /** An announce as clients write it is always read. */
    private static void ordinary(byte[] input) throws IOException {
        byte[] some = Arrays.copyOf(input, 26);
        int port = (some[20] & 0xff) << 8 | some[21] & 0xff | 1;
        int left = (some[22] & 0xff) << 16 | some[23] & 0xff;
        String hash = PlainQuery.escaped(Arrays.copyOf(some, 20), some[24]);
        Read read =
                announceOrNot(
                        "info_hash=%s&peer_id=%s&uploaded=0&downloaded=0&compact=1&left=%d&port=%d"
                                .formatted(hash, ESCAPED, left, port));
        AnnounceRequest request = read.request;
        require(request != null, "an ordinary announce was refused: " + hash);
        require(
                request != null
                        && Arrays.equals(request.infohash().bytes(), Arrays.copyOf(some, 20))
                        && request.port() == port
                        && request.left() == left,
                "an ordinary announce was misread: " + hash);
    }

    private static Read announceOrNot(String query) {
        try {
            return new Read(AnnounceRequest.parse(query), null);
        } catch (MalformedRequest e) {
            checkSentence(e);
            return new Read(null, null);
        }
    }

    private static Read scrapeOrNot(String query) {
        try {
            return new Read(null, ScrapeRequest.parse(query));
        } catch (MalformedRequest e) {
            checkSentence(e);
            return new Read(null, null);
        }
    }

    private static void checkSentence(MalformedRequest refusal) {
        String sentence = refusal.failure().reason();
        require(sentence.endsWith(".") && sentence.length() < 120, sentence);
        require(Shown.safely(sentence), "cannot be shown: " + sentence);
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new AssertionError(problem);
        }
    }

    private record Read(@Nullable AnnounceRequest request, @Nullable ScrapeRequest scrape) {}

    /** What to begin with. */
    public static Stream<byte[]> seeds() {
        String announce = "info_hash=" + ESCAPED + "&peer_id=-XX0001-abcdefghijkl&port=6881";
        return Stream.of(
                        "",
                        announce,
                        announce + "&uploaded=0&downloaded=0&left=0&compact=1&event=started",
                        announce + "&left=9223372036854775808&numwant=-1&event=paused&ip=1.2.3.4",
                        announce + "&left=1&compact=0&numwant=99999999999999999999999&no_peer_id=1",
                        announce + "&left=-1",
                        announce + "&left=1&event=completed&event=stopped&port=0",
                        "info_hash=" + ESCAPED + "&info_hash=" + ESCAPED,
                        "info_hash=%",
                        "info_hash=%4",
                        "info_hash=%zz",
                        "=&&=&%69nfo_hash=%61",
                        ("info_hash=" + "a".repeat(20) + "&").repeat(75))
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Words of the grammar. */
    public static List<String> words() {
        return List.of(
                "info_hash=",
                "&peer_id=",
                "&port=",
                "&left=",
                "&event=",
                "&numwant=",
                "&compact=",
                "started",
                "completed",
                "stopped",
                "paused",
                "%00",
                "%25",
                "%",
                "&",
                "=",
                "+",
                "-1",
                "65535",
                "9223372036854775807");
    }
}
