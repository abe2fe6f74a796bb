package io.seedhouse.packager.cli.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierTest {
    @ParameterizedTest
    @CsvSource({
        "The film=6,600,usd",
        "The film=6.50,650,usd",
        "The film=4.5EUR,450,eur",
        "The film=500 jpy,500,jpy",
        "The film=0,0,usd"
    })
    void readsPricesAsPeopleWriteThem(String text, long amount, String currency) {
        assertEquals(new Tier("The film", amount, currency, List.of()), Tier.parse(text, "usd"));
    }

    @Test
    void readsTheFilesItSells() {
        assertEquals(
                List.of("film.mp4", "a=b: extra.mp4"),
                Tier.parse("All=6usd:film.mp4,a=b: extra.mp4", "usd").files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "film",
                "film=",
                "=6",
                "film=six",
                "film=-6",
                "film=6.005",
                "film=6zzz",
                "film=6.5jpy",
                "film=6usd:"
            })
    void refusesWhatIsNoTier(String text) {
        assertThrows(IllegalArgumentException.class, () -> Tier.parse(text, "usd"));
    }
}
