package io.seedhouse.publisher.recipient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.paygate.api.Examination;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.language.Say;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void isKeptInEnglishAndSaidAgainInTheLanguageOfWhoeverReadsIt() {
        Reader spaniard = Reader.of(Language.SPANISH);
        String kept =
                spaniard.get(() ->
                        Verdict.on(SealedName.of("film.mp4"), new Examination.CutShort())
                                .orElseThrow());
        assertEquals(
                "The file \"film.mp4.age\" is cut short, its end is missing: upload all of it again.",
                kept);
        assertEquals(
                "El archivo “film.mp4.age” está incompleto, le falta el final: súbelo entero de nuevo.",
                spaniard.get(() -> Say.again("recipient.file", kept)));
    }
}
