package io.seedhouse.publisher.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.page.Moments;
import io.seedhouse.publisher.page.Prices;
import io.seedhouse.publisher.page.Sizes;
import io.seedhouse.publisher.page.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SayTest {
    private static <T> T inSpain(Supplier<T> work) {
        return new Reader(Language.SPANISH, Locale.of("es", "ES")).get(work);
    }

    @Test
    void speaksTheReadersLanguage() {
        assertEquals("Sign out", Say.say("page.sign-out"));
        assertEquals("Salir", inSpain(() -> Say.say("page.sign-out")));
    }

    @Test
    void putsArgumentsInAsTheyAre() {
        assertEquals("$1\\ {1} and {0}", Say.say("page.and", "$1\\ {1}", "{0}"));
    }

    @Test
    void answersAKeyThatNobodyWroteWordsForItself() {
        assertEquals("page.nothing-of-the-kind", Say.say("page.nothing-of-the-kind"));
        assertEquals("nowhere.at-all", Say.say("nowhere.at-all"));
        assertEquals("plain", Say.say("plain"));
    }

    @Test
    void countsAsTheLanguageDoes() {
        assertEquals("1 byte", Say.count("page.bytes", 1));
        assertEquals("0 bytes", Say.count("page.bytes", 0));
    }

    @Test
    void writesNumbersMoneyDatesAndSizesAsTheReaderDoes() {
        Instant eve = Instant.parse("2026-12-24T20:00:00Z");
        assertEquals("24 December 2026, 20:00 UTC", Moments.utc(eve));
        assertEquals("24 de diciembre de 2026, 20:00 UTC", inSpain(() -> Moments.utc(eve)));
        assertEquals("48,120", Words.count(48_120));
        assertEquals("48.120", inSpain(() -> Words.count(48_120)));
        assertEquals("9,4 MB", inSpain(() -> Sizes.of(9_400_000)));
        assertEquals("12,50\u00a0€", inSpain(() -> Prices.tag(new Money(1250, "eur"))));
        assertEquals("a, b y c", inSpain(() -> Words.list(List.of("a", "b", "c"))));
        assertEquals("Cortometraje", inSpain(() -> Words.label("short")));
    }

    @Test
    void saysAgainInTheReadersLanguageWhatWasSaidInEnglish() {
        String english = "The code WINTER exists already.";
        assertEquals(english, Say.again("paygate", english));
        assertEquals("El código WINTER ya existe.", inSpain(() -> Say.again("paygate", english)));
        assertEquals(
                "El nombre “a:b” contiene “:”, que Windows no puede guardar; cámbialo por uno sin"
                        + " ese signo.",
                inSpain(() ->
                        Say.again(
                                "packager",
                                "The name 'a:b' contains ':', which Windows cannot store; rename"
                                        + " the file without it.")));
        assertEquals(
                "Respondió 503.", inSpain(() -> Say.again("webhook.fault", "It answered 503.")));
    }

    @Test
    void leavesASentenceOfNoBookAsItIs() {
        String other = "Something else altogether.";
        assertEquals(other, inSpain(() -> Say.again("paygate", other)));
        String endless = "The code " + "x".repeat(1000) + " exists already.";
        assertEquals(endless, inSpain(() -> Say.again("paygate", endless)));
    }

    @Test
    void namesThingsInTheReadersLanguage() {
        assertEquals("bundle", Say.named("publisher.thing", "bundle"));
        assertEquals("paquete", inSpain(() -> Say.named("publisher.thing", "bundle")));
        assertEquals(
                "Idempotency-Key", inSpain(() -> Say.named("publisher.named", "Idempotency-Key")));
    }
}
