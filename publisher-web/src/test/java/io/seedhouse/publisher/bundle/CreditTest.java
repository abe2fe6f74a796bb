package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CreditTest {
    @Test
    void readsARoleAndANameFromEachLine() {
        assertEquals(
                List.of(
                        new Credit("Direction", "Ann Ree"),
                        new Credit("", "Ben Dow"),
                        new Credit("Music", "The Band: Live")),
                Credit.of("Direction: Ann Ree\r\n\n  Ben Dow\nMusic: The Band: Live"));
    }
}
