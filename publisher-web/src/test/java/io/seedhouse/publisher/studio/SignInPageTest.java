package io.seedhouse.publisher.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/studio/../b/x",
                "/studio\r\nX: y"
            })
    void leadsNowhereButIntoTheStudio(String next) {
        assertEquals("/studio", SignInPage.next(next));
    }

    @Test
    void leadsBackToThePageThatWasWanted() {
        String page = "/studio/5a2f6f8e-1f0b-4b55-9e7c-0d5a8f3f2b11";
        assertEquals(page, SignInPage.next(page));
        assertEquals(page + "/orders", SignInPage.next(page + "/orders"));
    }
}
