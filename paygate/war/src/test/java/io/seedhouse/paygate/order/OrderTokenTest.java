package io.seedhouse.paygate.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(new OrderToken(token.text()).matches(token.hash()));
        assertFalse(OrderToken.generate().matches(token.hash()));
        assertFalse(new OrderToken("").matches(token.hash()));
    }

    @Test
    void doesNotShowItselfInALog() {
        var token = OrderToken.generate();
        assertFalse(token.toString().contains(token.text()));
    }
}
