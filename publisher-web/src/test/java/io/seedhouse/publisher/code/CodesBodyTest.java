package io.seedhouse.publisher.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.TestBody;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesBodyTest {
    @Test
    void asksForOneRandomCodeWithoutAnythingElse() {
        assertEquals(
                List.of(
                        new NewCode(
                                null, "Press", "", new Discount.Full(), null, null, null, null)),
                read("{'batch':'Press','discount':{'full':true}}"));
    }

    @Test
    void asksForManyAlike() {
        List<NewCode> codes =
                read(
                        "{'batch':'Press','discount':{'percent':50},'count':3,'uses':1,"
                                + "'from':'2026-12-24T20:00:00Z','until':'2026-12-25T20:00:00Z',"
                                + "'tier':'Film'}");
        assertEquals(3, codes.size());
        assertEquals(
                new NewCode(
                        null,
                        "Press",
                        "",
                        new Discount.Percent(50),
                        1,
                        Instant.parse("2026-12-24T20:00:00Z"),
                        Instant.parse("2026-12-25T20:00:00Z"),
                        "Film"),
                codes.getFirst());
    }

    @Test
    void asksForOneForEachRecipient() {
        assertEquals(
                List.of("Ann", "Bob"),
                read("{'batch':'a','discount':{'full':true},'recipients':['Ann','Bob']}").stream()
                        .map(NewCode::recipient)
                        .toList());
    }

    @Test
    void asksForCodesInWordsOfTheirOwn() {
        assertEquals(
                Arrays.asList("SALE1", "SALE2"),
                read(
                                "{'batch':'a','codes':['SALE1','SALE2'],"
                                        + "'discount':{'amount':{'amount':250,'currency':'eur'}}}")
                        .stream()
                        .map(NewCode::code)
                        .toList());
        assertEquals(
                new Discount.Amount(new Money(250, "eur")),
                read("{'batch':'a','discount':{'amount':{'amount':250,'currency':'EUR'}}}")
                        .getFirst()
                        .discount());
    }

    @Test
    void saysWhatIsWrong() {
        assertRefused("The field batch is missing: send a string.", "{}");
        assertRefused("The field discount must be an object.", "{'batch':'a'}");
        assertRefused(
                "The field discount must be {percent}, {amount: {amount, currency}} or {full: true}.",
                "{'batch':'a','discount':{}}");
        assertRefused(
                "The fields percent and full exclude each other: send one.",
                "{'batch':'a','discount':{'percent':5,'full':true}}");
        assertRefused(
                "The field discount.full can only be true.",
                "{'batch':'a','discount':{'full':false}}");
        assertRefused(
                "The amount of a discount must not be below 0.",
                "{'batch':'a','discount':{'amount':{'amount':-5,'currency':'usd'}}}");
        assertRefused(
                "The fields count and codes exclude each other: send one.",
                "{'batch':'a','discount':{'full':true},'count':2,'codes':['a']}");
        assertRefused(
                "The count must be 1 to 10000.",
                "{'batch':'a','discount':{'full':true},'count':10001}");
        assertRefused(
                "The count must be 1 to 10000.",
                "{'batch':'a','discount':{'full':true},'count':0}");
    }

    private static List<NewCode> read(String json) {
        return CodesBody.read(TestBody.of(json));
    }

    private static void assertRefused(String sentence, String json) {
        assertEquals(sentence, assertThrows(Invalid.class, () -> read(json)).sentence());
    }
}
