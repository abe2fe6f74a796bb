package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.webseed.Places.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(2, 2, 9);
    private final Places fair = new Places(3, 3, 2);
    private final List<String> granted = new ArrayList<>();

    private Entry enter(String name) {
        return places.takeOrWait(1, () -> granted.add(name));
    }

    private Entry enter(long household) {
        return fair.takeOrWait(household, () -> granted.add("" + household));
    }

    @Test
    void areGivenInTheOrderOfTheLine() {
        assertEquals(Entry.GRANTED, enter("a"));
        assertTrue(places.take(1));
        assertEquals(Entry.WAITS, enter("c"));
        assertEquals(Entry.WAITS, enter("d"));
        assertEquals(Entry.FULL, enter("e"));
        places.leave(1);
        assertEquals(List.of("c"), granted);
        assertFalse(places.take(1));
        places.leave(1);
        assertEquals(List.of("c", "d"), granted);
        places.leave(1);
        assertTrue(places.take(1));
        assertFalse(places.take(1));
    }

    @Test
    void goToNobodyWhoLeftTheLine() {
        enter("a");
        enter("b");
        Runnable impatient = () -> granted.add("c");
        assertEquals(Entry.WAITS, places.takeOrWait(1, impatient));
        enter("d");
        assertTrue(places.giveUp(1, impatient));
        assertEquals(Entry.WAITS, enter("e"));
        places.leave(1);
        assertEquals(List.of("d"), granted);
    }

    @Test
    void cannotBeGivenUpOnceTheyAreGranted() {
        enter("a");
        enter("b");
        Runnable lucky = () -> granted.add("c");
        places.takeOrWait(1, lucky);
        places.leave(1);
        assertFalse(places.giveUp(1, lucky));
    }

    @Test
    void areNeverAllForOneHousehold() {
        assertEquals(Entry.GRANTED, enter(7));
        assertEquals(Entry.GRANTED, enter(7));
        assertFalse(fair.take(7));
        assertEquals(Entry.FULL, enter(7));
        assertEquals(Entry.GRANTED, enter(8));
        fair.leave(7);
        assertEquals(Entry.GRANTED, enter(7));
    }

    @Test
    void ofTheLineAreNeverAllForOneHousehold() {
        enter(7);
        enter(7);
        enter(8);
        Runnable impatient = () -> granted.add("impatient");
        assertEquals(Entry.WAITS, fair.takeOrWait(8, impatient));
        assertEquals(Entry.FULL, enter(8));
        assertTrue(fair.giveUp(8, impatient));
        assertEquals(Entry.WAITS, enter(8));
        fair.leave(7);
        assertEquals(List.of("8"), granted);
        assertEquals(Entry.FULL, enter(8));
        fair.leave(8);
        assertEquals(Entry.GRANTED, enter(8));
    }

    @Test
    void areForAnyNumberOfThoseTheOperatorSpares() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Entry.GRANTED, enter(Places.EXEMPT));
        }
    }
}
