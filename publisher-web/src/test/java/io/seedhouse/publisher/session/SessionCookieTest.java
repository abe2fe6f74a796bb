package io.seedhouse.publisher.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SessionCookieTest {
    @Test
    void keepsItsCookieToHttpsAndToThisHostWherePossible() {
        var secure = SessionCookie.set("text", true);
        assertEquals("__Host-seedhouse_session", secure.getName());
        assertTrue(secure.isSecure() && secure.isHttpOnly());
        assertEquals("/", secure.getPath());
        assertEquals(null, secure.getDomain());
        assertFalse(SessionCookie.set("text", false).isSecure());
    }
}
