package io.seedhouse.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @Test
    void readsEachKindOfFieldAndIgnoresUnknownOnes() {
        Body body =
                body(
                        """
                        {"title":"Tide","price":{"amount":500},"files":["a","b"],"other":{},
                         "premiere":"2027-01-31T20:00:00+02:00"}\
                        """);
        assertEquals("Tide", body.text("title"));
        assertEquals(500, body.object("price").number("amount"));
        assertEquals(List.of("a", "b"), body.texts("files"));
        assertEquals(Optional.of(Instant.parse("2027-01-31T18:00:00Z")), body.time("premiere"));
        assertEquals(Optional.empty(), body.optionalText("synopsis"));
    }

    @Test
    void readsFlagsIdsAndObjectsThatMayBeMissing() {
        String id = "5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11";
        Body body = body("{\"yes\":true,\"no\":false,\"id\":\"" + id + "\",\"gift\":{}}");
        assertTrue(body.flag("yes"));
        assertFalse(body.flag("no"));
        assertFalse(body.flag("missing"));
        assertEquals(UUID.fromString(id), body.id("id"));
        assertTrue(body.optionalObject("gift").isPresent());
        assertTrue(body.optionalObject("upgrade").isEmpty());
        assertRefused("{\"a\":1}", b -> b.flag("a"), "The field a must be true or false.");
        assertRefused(
                "{\"a\":\"x\"}",
                b -> b.id("a"),
                "The field a must be an id such as 5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11.");
        assertRefused("{\"a\":1}", b -> b.optionalObject("a"), "The field a must be an object.");
    }

    @Test
    void readsFlagsAndLists() {
        Body body = body("{\"on\":true,\"off\":false,\"none\":null,\"of\":[{\"n\":1}]}");
        assertEquals(List.of(true, false, false, false), flags(body, "on", "off", "none", "else"));
        assertEquals(1, body.objects("of").getFirst().number("n"));
        assertEquals(
                List.of(true, true, false),
                List.of(body.has("on"), body.has("off"), body.has("none")));
        assertRefused("{\"f\":1}", b -> b.flag("f"), "The field f must be true or false.");
        assertRefused(
                "{\"o\":{}}", b -> b.objects("o"), "The field o must be an array of objects.");
        assertRefused("{\"o\":[{},1]}", b -> b.objects("o"), "The field o[1] must be an object.");
        assertRefused(
                "{\"o\":[{}]}",
                b -> b.objects("o").getFirst().text("t"),
                "The field o[0].t is missing: send a string.");
    }

    private static List<Boolean> flags(Body body, String... fields) {
        return Stream.of(fields).map(body::flag).toList();
    }

    @Test
    void anEmptyRequestIsAnEmptyObject() {
        assertEquals(Optional.empty(), body("").optionalText("format"));
    }

    @Test
    void saysWhichFieldIsMissingOrOfTheWrongKind() {
        assertRefused("{}", b -> b.text("title"), "The field title is missing: send a string.");
        assertRefused("{\"title\":5}", b -> b.text("title"), "The field title must be a string.");
        assertRefused(
                "{\"p\":{\"n\":1.5}}",
                b -> b.object("p").number("n"),
                "The field p.n must be a whole number.");
        assertRefused("{\"p\":[]}", b -> b.object("p"), "The field p must be an object.");
        assertRefused("{\"f\":[1]}", b -> b.texts("f"), "The field f must be a string.");
        assertRefused(
                "{\"t\":\"soon\"}",
                b -> b.time("t"),
                "The field t must be a time such as 2027-01-31T18:00:00Z.");
    }

    @Test
    void refusesTextThatNoDatabaseStores() {
        String sentence = "The field t holds a character that cannot be stored: remove it.";
        assertRefused("{\"t\":\"a\\u0000\"}", b -> b.text("t"), sentence);
        assertRefused("{\"t\":\"a\\ud800\"}", b -> b.text("t"), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"a\":}", "[]", "5", "\"a\"", "nonsense", "{} x", "{}{}", "{},", " "})
    void answersBadRequestToWhatIsNoJsonObject(String text) {
        var refusal = assertThrows(Refused.class, () -> body(text));
        assertEquals(400, refusal.problem().status());
    }

    private static void assertRefused(String json, Function<Body, ?> read, String sentence) {
        Body body = body(json);
        assertEquals(sentence, assertThrows(Invalid.class, () -> read.apply(body)).sentence());
    }

    private static Body body(String text) {
        return BodyReader.parse(text.getBytes(UTF_8));
    }
}
