package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A receipt comes by mail, and its link brings the buyer back on another machine. */
@ExtendWith(ArquillianExtension.class)
class LibraryByMailIT {
    private static final String TITLE = "Letters home";
    private static final Pattern LINK =
            Pattern.compile(
                    "Your receipt for "
                            + TITLE
                            + "<.*?href=\"([^\"]*/library/open\\?token=[^\"]*)\"",
                    Pattern.DOTALL);

    @Test
    void theLinkOfAReceiptOpensTheLibraryInOneBrowserOnce() throws Exception {
        PublishedFilm film = PublishedFilm.of(TITLE, 200_000);
        Buyer buyer = Buyer.checkout(film.offer());
        buyer.pay("4242424242424242");
        buyer.awaitPaid();
        String order = "/orders/" + buyer.orderId();
        Person there = new Person();
        Person stranger = new Person();

        String page = there.page(receipt());
        String token = Person.find(page, "name=\"token\" value=\"([^\"]*)\"");
        assertEquals("/library", there.follow("/library/open", "token", token));
        assertTrue(there.page("/library").contains(TITLE));
        assertEquals(order, there.follow("/library" + order));
        assertTrue(there.page(order).contains(TITLE));
        assertEquals(200, there.open("/paygate/v1" + order + "/keyring").status());

        assertEquals(410, stranger.submit("/library/open", "token", token).status());
        assertEquals("/library", stranger.follow("/library" + order));
        assertEquals(404, stranger.open(order).status());
    }

    /** The link in the one letter about this film; the platform under test has no mail server. */
    private static String receipt() {
        return Await.until(
                "the receipt",
                Duration.ofSeconds(20),
                () -> {
                    Matcher link = LINK.matcher(new Person().page("/mail"));
                    return link.find() ? Optional.of(link.group(1)) : Optional.empty();
                });
    }
}
