package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.webseed.Places.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(2, 2);
    private final List<String> granted = new ArrayList<>();

    private Entry enter(String name) {
        return places.takeOrWait(() -> granted.add(name));
    }

    @Test
    void areGivenInTheOrderOfTheLine() {
        assertEquals(Entry.GRANTED, enter("a"));
        assertTrue(places.take());
        assertEquals(Entry.WAITS, enter("c"));
        assertEquals(Entry.WAITS, enter("d"));
        assertEquals(Entry.FULL, enter("e"));
        places.leave();
        assertEquals(List.of("c"), granted);
        assertFalse(places.take());
        places.leave();
        assertEquals(List.of("c", "d"), granted);
        places.leave();
        assertTrue(places.take());
        assertFalse(places.take());
    }

    @Test
    void goToNobodyWhoLeftTheLine() {
        enter("a");
        enter("b");
        Runnable impatient = () -> granted.add("c");
        assertEquals(Entry.WAITS, places.takeOrWait(impatient));
        enter("d");
        assertTrue(places.giveUp(impatient));
        assertEquals(Entry.WAITS, enter("e"));
        places.leave();
        assertEquals(List.of("d"), granted);
    }

    @Test
    void cannotBeGivenUpOnceTheyAreGranted() {
        enter("a");
        enter("b");
        Runnable lucky = () -> granted.add("c");
        places.takeOrWait(lucky);
        places.leave();
        assertFalse(places.giveUp(lucky));
    }
}
