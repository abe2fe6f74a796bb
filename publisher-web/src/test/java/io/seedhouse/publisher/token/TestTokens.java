package io.seedhouse.publisher.token;

import jakarta.persistence.EntityManager;

/** The beans of this package, put together by hand. */
public final class TestTokens {
    private TestTokens() {}

    public static Tokens over(EntityManager em) {
        Tokens tokens = new Tokens();
        tokens.em = em;
        return tokens;
    }
}
