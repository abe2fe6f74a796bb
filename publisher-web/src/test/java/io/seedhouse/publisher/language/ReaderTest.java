package io.seedhouse.publisher.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -  | -                          | ENGLISH | en-US
                    -  | es                         | SPANISH | es
                    -  | es-MX,es;q=0.8,en;q=0.5    | SPANISH | es-MX
                    -  | de-DE,de;q=0.9,es;q=0.1    | SPANISH | es
                    -  | fr                         | ENGLISH | en-US
                    -  | en-GB,es;q=0.9             | ENGLISH | en-GB
                    -  | es;q=0,en                  | ENGLISH | en-US
                    es | en-GB                      | SPANISH | es
                    es | en-GB,es-AR;q=0.5          | SPANISH | es-AR
                    en | es-MX                      | ENGLISH | en-US
                    xx | es                         | SPANISH | es
                    -  | ;;;q=                      | ENGLISH | en-US
                    -  | es-ES-u-nu-arab            | SPANISH | es-ES
                    """)
    void readsWhatARequestAsksFor(String chosen, String header, Language language, String locale) {
        assertEquals(
                new Reader(language, Locale.forLanguageTag(locale)), Reader.of(chosen, header));
    }

    @Test
    void looksAtNoHeaderOfExcessiveLength() {
        assertEquals(Reader.NOBODY, Reader.of(null, "es," + "x-a,".repeat(200)));
    }

    @Test
    void speaksEnglishWhereNobodyAsked() {
        assertEquals(Language.ENGLISH, Reader.current().language());
        assertEquals(
                Language.SPANISH,
                Reader.of(Language.SPANISH).get(() -> Reader.current().language()));
    }
}
