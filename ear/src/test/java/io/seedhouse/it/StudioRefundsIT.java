package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.it.Http.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publisher gives money back in the studio, and both sides read what that means for the key. */
@ExtendWith(ArquillianExtension.class)
class StudioRefundsIT {
    private static final Duration TOLD = Duration.ofSeconds(30);

    private static final Person PUBLISHER = new Person();

    private static String slug;

    private final Person buyer = new Person();
    private String order;
    private String sale;

    @BeforeAll
    static void publish() {
        slug = PagesIT.publish(PUBLISHER, "Money back");
    }

    @BeforeEach
    void sell() {
        order = PagesIT.buy(buyer, slug, UUID.randomUUID() + "@audience.example");
        assertEquals(200, buyer.keyring(order).status());
        String sales = "/studio/" + PagesIT.bundleOf(PUBLISHER) + "/orders";
        sale = sales + "/" + Person.orderId(order);
        assertTrue(PUBLISHER.page(sales).contains("href=\"" + sale + "\""), "it is listed");
    }

    @Test
    void aPartLeavesTheKeyOpenAndTheRestClosesItAndThePagesSaySo() {
        String page = PUBLISHER.page(sale);
        assertTrue(page.contains("Keys already delivered cannot be taken back"), page);
        assertTrue(page.contains("The key was fetched once."), page);
        assertEquals(303, refund(page, "1.50").status());
        assertEquals(303, refund(page, "1.50").status(), "the same button pressed twice");
        await(PUBLISHER, sale, "<dt>Given back</dt><dd>€1.50</dd>");
        await(buyer, order, "€1.50 of it was given back. What you bought stays yours.");
        assertEquals(200, buyer.keyring(order).status());

        String later = PUBLISHER.page(sale);
        Answer tooMuch = refund(later, "3.01");
        assertEquals(422, tooMuch.status());
        assertTrue(tooMuch.text().contains("At most €3.00 EUR is left"), tooMuch.text());
        Answer rest = refund(later, "");
        assertEquals(303, rest.status());
        assertTrue(PUBLISHER.page(rest.header("Location")).contains("The money is on its way"));
        await(PUBLISHER, sale, "<h1>Refunded</h1>");
        await(buyer, order, "Keys you have fetched cannot be taken back");
        assertEquals(403, buyer.keyring(order).status());
        assertTrue(PUBLISHER.page(sale).contains("There is nothing to give back now."));
    }

    @Test
    void theEvidenceNamesTheSaleTheKeyAndTheMails() {
        String page = PUBLISHER.page(sale);
        assertTrue(page.contains("to 127.0.0.0/24"), page);
        assertTrue(page.contains("order.paid"), page);
        assertEquals(303, refund(page, "").status());
        String letter = await(PUBLISHER, sale + "/evidence.txt", "UTC refund\n");
        for (String line :
                new String[] {
                    "Evidence for order " + Person.orderId(order),
                    "Amount: €4.50 EUR",
                    "Given back: €4.50 EUR",
                    "UTC to network 127.0.0.0/24\n",
                    "UTC receipt\n",
                    "UTC order.paid\n",
                    "UTC order.refunded\n"
                }) {
            assertTrue(letter.contains(line), line + " is missing: " + letter);
        }
        Person stranger = new Person();
        PagesIT.signUp(stranger);
        assertEquals(404, stranger.open(sale).status());
        assertEquals(404, stranger.open(sale + "/evidence.txt").status());
    }

    /** Presses the button of this page. */
    private Answer refund(String page, String amount) {
        String action = sale + "/refunds";
        return PUBLISHER.submit(action, Person.filledIn(page, action, "amount", amount));
    }

    /** The page once it says so; Stripe tells us a moment later. */
    private static String await(Person person, String address, String words) {
        return Await.until(
                "\"" + words + "\" at " + address,
                TOLD,
                () -> Optional.of(person.page(address)).filter(page -> page.contains(words)));
    }
}
