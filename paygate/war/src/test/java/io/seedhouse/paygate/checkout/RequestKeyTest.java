package io.seedhouse.paygate.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Gift;
import io.seedhouse.paygate.api.Checkouts.Request;
import io.seedhouse.paygate.api.Checkouts.Upgrade;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestKeyTest {
    private static final UUID OFFER = UUID.randomUUID();

    private static Request request(
            long tip, @Nullable String code, @Nullable Gift gift, @Nullable Upgrade upgrade) {
        return new Request(
                OFFER, "ann@example.com", 500L, "usd", tip, code, gift, upgrade, false, null);
    }

    @Test
    void takesKeysOfTwentyToAHundredCharactersThatCanBeSeen() {
        assertTrue(RequestKey.isGood(null));
        assertTrue(RequestKey.isGood("!".repeat(20)));
        assertTrue(RequestKey.isGood("~".repeat(100)));
        assertFalse(RequestKey.isGood("k".repeat(19)));
        assertFalse(RequestKey.isGood("k".repeat(101)));
        assertFalse(RequestKey.isGood("k".repeat(20) + " "));
        assertFalse(RequestKey.isGood("k".repeat(20) + "\u007f"));
        assertFalse(RequestKey.isGood("k".repeat(20) + "é"));
    }

    @Test
    void tellsRequestsApartByAllThatIsAskedFor() {
        var order = new Upgrade(UUID.randomUUID(), "token");
        var requests =
                Stream.of(
                        request(0, null, null, null),
                        request(1, null, null, null),
                        request(0, "PRESS", null, null),
                        request(0, null, new Gift(null, ""), null),
                        request(0, null, new Gift("bob@example.com", ""), null),
                        request(0, null, new Gift("bob@example.com", "For you"), null),
                        request(0, null, null, order));
        var hashes = requests.map(RequestKey::hash).collect(Collectors.toSet());
        assertEquals(7, hashes.size());
        var again = List.of(order, new Upgrade(order.orderId(), "another token"));
        assertEquals(
                1,
                again.stream()
                        .map(upgrade -> RequestKey.hash(request(0, null, null, upgrade)))
                        .distinct()
                        .count());
    }
}
