package io.seedhouse.publisher.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Orders.Evidence;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.publisher.language.Language;
import io.seedhouse.publisher.language.Reader;
import io.seedhouse.publisher.order.Sale.Mail;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesResourceTest {
    private final Evidence evidence =
            TestOrders.evidence(Status.DISPUTED, 100, "needs_response", TestOrders.AT);

    @Test
    void tellsAPublisherAllThatHappenedToAnOrder() {
        Sale sale = Sale.of(evidence.order());
        assertEquals("purchase", sale.kind());
        assertEquals("disputed", sale.status());
        assertEquals("needs_response", sale.dispute());
        assertEquals(TestOrders.AT, sale.fraudWarned());
        assertEquals("PRESS-1", sale.code());
        assertEquals(100, sale.refunded().amount());
        assertEquals(
                List.of(new Mail("receipt", TestOrders.AT.plusSeconds(61), "no such\nmailbox")),
                sale.mails());
        assertFalse(sale.toString().contains("ann@"));
    }

    @Test
    void writesTheEvidenceAsALetterForABank() {
        String letter = EvidenceLetter.of("First light", evidence);
        assertTrue(letter.contains("Buyer's address: ann@audience.example\n"), letter);
        assertTrue(letter.contains("Amount: $3.00 USD\nTip in it: $0.50 USD\n"), letter);
        assertTrue(letter.contains("Given back: $1.00 USD\n"), letter);
        assertTrue(
                letter.contains(
                        "Keys delivered:\n- 1 January 2027, 20:01 UTC to network 203.0.113.0/24\n"),
                letter);
        assertTrue(letter.contains("receipt, came back: no such mailbox\n"), letter);
        assertTrue(letter.contains("- 1 January 2027, 20:01 UTC order.paid\n"), letter);
    }

    @Test
    void writesToTheBankInEnglishWhoeverFetchesTheLetter() {
        assertEquals(
                EvidenceLetter.of("First light", evidence),
                Reader.of(Language.SPANISH).get(() -> EvidenceLetter.of("First light", evidence)));
    }

    @Test
    void letsNoTextFromOutsideBeginALineInTheLetter() {
        String letter = EvidenceLetter.of("First\nlight", evidence);
        assertTrue(letter.contains("Sold: First light, The film\n"), letter);
    }

    @Test
    void writesTheLetterForWhoeverWouldRatherHaveText() {
        assertTrue(SalesResource.wantsText(List.of(MediaType.TEXT_PLAIN_TYPE)));
        assertFalse(SalesResource.wantsText(List.of(MediaType.WILDCARD_TYPE)));
        assertFalse(
                SalesResource.wantsText(
                        List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_PLAIN_TYPE)));
    }
}
