package io.seedhouse.publisher.visit;

import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.door.TestClients;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The beans of this package, put together by hand. */
public final class TestVisits {
    static final String PROXY = "192.0.2.9";

    private TestVisits() {}

    /** As nobody who is signed in makes them. */
    public static Visits nobodys() {
        return of(nobody(), Optional.empty());
    }

    static CurrentPublisher nobody() {
        return new CurrentPublisher() {
            @Override
            public Optional<UUID> id() {
                return Optional.empty();
            }
        };
    }

    /**
     * @param header that a proxy tells the country in
     */
    static Visits of(CurrentPublisher current, Optional<String> header) {
        Visits visits = new Visits();
        visits.tally = new Tally();
        visits.visitors = new Visitors();
        visits.clients = TestClients.behind(PROXY);
        visits.countries = new Countries();
        visits.countries.clients = visits.clients;
        visits.countries.header = header;
        visits.countries.load();
        visits.current = current;
        visits.site = TestHome.site();
        visits.clock = InstantSource.fixed(Instant.parse("2027-03-01T12:00:00Z"));
        return visits;
    }

    /** Counts that are already written. */
    public static VisitBook book(jakarta.persistence.EntityManager em) {
        VisitBook book = new VisitBook();
        book.em = em;
        return book;
    }

    public static Countries countries() {
        return nobodys().countries;
    }
}
