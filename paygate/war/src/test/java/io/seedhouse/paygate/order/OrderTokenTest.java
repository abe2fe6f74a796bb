package io.seedhouse.paygate.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OrderTokenTest {
    @Test
    void holds256BitsThatDifferEachTime() {
        var token = OrderToken.generate();
        assertEquals(32, Base64.getUrlDecoder().decode(token.text()).length);
        assertNotEquals(token, OrderToken.generate());
    }

    @Test
    void matchesItsOwnHashOnly() {
        var token = OrderToken.generate();
        assertArrayEquals(token.hash(), new OrderToken(token.text()).hash());
        assertFalse(Arrays.equals(token.hash(), OrderToken.generate().hash()));
        assertFalse(Arrays.equals(token.hash(), new OrderToken("").hash()));
    }

    @Test
    void doesNotShowItselfInALog() {
        var token = OrderToken.generate();
        assertFalse(token.toString().contains(token.text()));
    }
}
