package io.seedhouse.publisher.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"studio/sign-in.jte", "studio/editor.jte", "page/error.jte"})
    void keepsTheFormsOfAPageOnThisSite(String template) {
        String policy = PageHeaders.policy(new Page(template, ""));
        assertTrue(policy.endsWith("form-action 'self'"), policy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"storefront/bundle.jte", "storefront/confirm.jte", "storefront/order.jte"})
    void letsBuyingLeadToThePaymentPage(String template) {
        String policy = PageHeaders.policy(new Page(template, ""));
        assertTrue(policy.endsWith("form-action 'self' https:"), policy);
    }

    @Test
    void keepsAHeaderThatIsSetAlready() {
        var headers = new MultivaluedHashMap<String, Object>();
        headers.putSingle("Cache-Control", "no-store");
        PageHeaders.complete(headers);
        assertEquals("no-store", headers.getFirst("Cache-Control"));
    }
}
