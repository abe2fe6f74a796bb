package io.seedhouse.publisher.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {
    @Test
    void takesScopesByTheirNames() {
        Wish wish = Wish.of(" Backup ", List.of("sales", "read"), Optional.of(365L));
        assertEquals(
                new Wish("Backup", EnumSet.of(Scope.READ, Scope.SALES), Duration.ofDays(365)),
                wish);
        assertEquals("read sales", Scope.join(wish.scopes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "READ", "admin", "read upload"})
    void refusesWhatIsNoScope(String scope) {
        assertThrows(Invalid.class, () -> Wish.of("", List.of(scope), Optional.empty()));
    }

    @Test
    void refusesATokenThatMayDoNothing() {
        assertThrows(Invalid.class, () -> Wish.of("", List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 366, Long.MAX_VALUE})
    void refusesALifeBeyondAYear(long days) {
        assertThrows(Invalid.class, () -> Wish.of("", List.of("read"), Optional.of(days)));
    }
}
