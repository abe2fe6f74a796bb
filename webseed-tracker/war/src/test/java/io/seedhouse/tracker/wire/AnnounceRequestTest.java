package io.seedhouse.tracker.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnounceRequestTest {
    private static final String HASH =
            "%124Vx%9A%BC%DE%F1%23Eg%89%AB%CD%EF%124Vx%9A"; // the example of the BitTorrent wiki
    private static final String GOOD =
            "info_hash=" + HASH + "&peer_id=-TR3000-abcdefghijkl&port=6881&left=10";

    /** Also where so much follows that the value can be read without looking for its end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaa", // nineteen
                "aaaaaaaaaaaaaaaaaaaaa", // twenty-one
                "%41%41%41%41%41%41%41%41%41%41%41%41%41%41%41%41%41%41%41",
                "aaaaaaaaaaaaaaaaaaa%4",
                "aaaaaaaaaaaaaaaaaaa%4g",
                "aaaaaaaaaaaaaaaaaaa%&a",
                "aaaaaaaaaaaaaaaaaaa&&a"
            })
    void refusesAnInfohashOfAnotherLength(String hash) {
        String query = GOOD.replace(HASH, hash) + "&key=" + "x".repeat(100);
        assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse(query));
    }

    @Test
    void readsWhatAClientSays() throws Exception {
        AnnounceRequest request = AnnounceRequest.parse(GOOD + "&event=started&numwant=7");
        assertEquals("123456789abcdef123456789abcdef123456789a", request.infohash().toString());
        assertEquals(6881, request.port());
        assertEquals(10, request.left());
        assertEquals(AnnounceEvent.STARTED, request.event());
        assertEquals(7, request.wanted());
    }

    @Test
    void prefersCompactAnswersUnlessToldOtherwise() throws Exception {
        assertTrue(AnnounceRequest.parse(GOOD).compact());
        assertTrue(AnnounceRequest.parse(GOOD + "&compact=1").compact());
        assertFalse(AnnounceRequest.parse(GOOD + "&compact=0").compact());
    }

    @ParameterizedTest
    @CsvSource({"%2b,2b", "%2B,2b", "+,2b", "a,61", "%61,61", "%25,25", "~,7e", "%00,00", "%fF,ff"})
    void readsEverySpellingOfAByte(String spelled, String meant) throws Exception {
        String query = GOOD.replace(HASH, "%41".repeat(19) + spelled);
        assertEquals("41".repeat(19) + meant, AnnounceRequest.parse(query).infohash().toString());
    }

    @Test
    void decodesAnEscapeOnlyOnce() throws Exception {
        String query = GOOD.replace(HASH, "a".repeat(17) + "%2541");
        assertEquals(
                "61".repeat(17) + "253431", AnnounceRequest.parse(query).infohash().toString());
    }

    @Test
    void readsNothingLongerThanAnyClientSends() throws Exception {
        String fill = "&key=" + "x".repeat(AnnounceRequest.LONGEST - GOOD.length() - 5);
        assertEquals(6881, AnnounceRequest.parse(GOOD + fill).port());
        assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse(GOOD + fill + "x"));
    }

    @Test
    void readsThatAPeerIsAPartialSeed() throws Exception {
        assertEquals(AnnounceEvent.PAUSED, AnnounceRequest.parse(GOOD + "&event=paused").event());
    }

    @ParameterizedTest
    @CsvSource({
        "numwant=0,0",
        "numwant=200,200",
        "numwant=201,200",
        "numwant=99999999999999999999999,200",
        "numwant=-1,50",
        "numwant=,50",
        "unknown=1,50"
    })
    void boundsTheNumberOfPeersWanted(String parameter, int wanted) throws Exception {
        assertEquals(wanted, AnnounceRequest.parse(GOOD + '&' + parameter).wanted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port=0",
                "port=65536",
                "port=-1",
                "port=http",
                "port=",
                "left=-1",
                "left=-0",
                "left=-",
                "left=x",
                "left=",
                "info_hash=short",
                "peer_id=short",
                "peer_id=",
                "info_hash=%4",
                "info_hash=%",
                "info_hash=%zz",
                "info_hash=%+1"
            })
    void refusesAMalformedParameterByName(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        String query = GOOD.replaceAll(name + "=[^&]*", parameter);
        var refused = assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse(query));
        String told =
                new String(refused.failure().encoded(), java.nio.charset.StandardCharsets.US_ASCII);
        assertTrue(told.contains(name) || told.contains("percent"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"numwant=-2", "numwant=-99999999999999999999", "numwant=many"})
    void refusesNumbersThatAreNone(String parameter) {
        assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse(GOOD + '&' + parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploaded=-1", "downloaded=x", "uploaded=&downloaded=", "uploaded"})
    void takesNoNoticeOfWhatNobodyCanCheck(String parameters) throws Exception {
        assertEquals(AnnounceRequest.parse(GOOD), AnnounceRequest.parse(GOOD + '&' + parameters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"info_hash", "peer_id", "port", "left"})
    void refusesAnAnnounceThatLacksAParameter(String name) {
        String query = GOOD.replaceAll(name + "=[^&]*&?", "");
        var refused = assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse(query));
        assertEquals("The announce lacks the parameter " + name + ".", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port=1&port=2",
                "port=1&left=3&left=x",
                "%70ort=1",
                "&&port=1&&",
                "portx=9&por=9&%00port=9&port%00=9&port=1",
                "completedx=9&info_hash_=9&port=1&port"
            })
    void readsTheFirstParameterOfExactlyThatName(String parameters) throws Exception {
        assertEquals(1, AnnounceRequest.parse(GOOD.replace("port=6881", parameters)).port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Started", "completed1", "stopped%00", "%00stopped", "no-event"})
    void takesAnyOtherEventForAPeriodicAnnounce(String event) throws Exception {
        assertEquals(
                AnnounceEvent.PERIODIC, AnnounceRequest.parse(GOOD + "&event=" + event).event());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "9223372036854775807,9223372036854775807",
        "9223372036854775808,9223372036854775807",
        "99999999999999999999999,9223372036854775807"
    })
    void takesTooLargeANumberForTheLargest(String said, long left) throws Exception {
        assertEquals(left, AnnounceRequest.parse(GOOD.replace("left=10", "left=" + said)).left());
    }

    @Test
    void readsEveryByteHoweverItComes() throws Exception {
        StringBuilder escaped = new StringBuilder();
        StringBuilder raw = new StringBuilder();
        for (int b = 236; b < 256; b++) {
            escaped.append("%%%02x".formatted(b));
            raw.append((char) b);
        }
        String hex = escaped.toString().replace("%", "");
        for (CharSequence spelled : List.of(escaped, raw)) {
            AnnounceRequest read = AnnounceRequest.parse(GOOD.replace(HASH, spelled));
            assertEquals(hex, read.infohash().toString());
        }
    }

    @Test
    void knowsNoStackSinceStrangersThrowIt() {
        var refused = assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse("x=%"));
        assertEquals(0, refused.getStackTrace().length);
    }

    @Test
    void refusesAnEmptyQuery() {
        assertThrows(MalformedRequest.class, () -> AnnounceRequest.parse(""));
    }
}
