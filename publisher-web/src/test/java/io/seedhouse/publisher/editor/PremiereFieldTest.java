package io.seedhouse.publisher.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PremiereFieldTest {
    @Test
    void readsADateAndTimeAsUtc() {
        Instant evening = Instant.parse("2027-01-31T20:00:00Z");
        assertEquals(evening, PremiereField.parse("2027-01-31T20:00"));
        assertEquals(evening, PremiereField.parse(" 2027-01-31T20:00:00.000Z "));
        assertEquals("2027-01-31T20:00", PremiereField.typed(evening));
    }

    @Test
    void takesAnEmptyFieldForAtOnce() {
        assertNull(PremiereField.parse(" "));
    }

    @Test
    void refusesAnythingElse() {
        assertThrows(Invalid.class, () -> PremiereField.parse("tonight"));
        assertThrows(Invalid.class, () -> PremiereField.parse("2027-02-31T20:00"));
    }
}
