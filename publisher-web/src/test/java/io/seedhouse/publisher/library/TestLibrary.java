package io.seedhouse.publisher.library;

import io.seedhouse.publisher.TestHome;
import io.seedhouse.publisher.door.TestClients;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The beans of this package, put together by hand. */
public final class TestLibrary {
    private TestLibrary() {}

    public static Links links(EntityManager em) {
        return links(em, new OrdersInMemory());
    }

    static Links links(EntityManager em, OrdersInMemory orders) {
        Links links = new Links();
        links.em = em;
        links.sessions = sessions(em);
        links.orders = orders;
        return links;
    }

    static LibrarySessions sessions(EntityManager em) {
        LibrarySessions sessions = new LibrarySessions();
        sessions.em = em;
        return sessions;
    }

    static List<Object> pages(EntityManager em, OrdersInMemory orders) {
        LibraryPage library = new LibraryPage();
        library.sessions = sessions(em);
        library.requests = new LinkRequests();
        library.requests.orders = orders;
        library.orders = orders;
        library.site = TestHome.site();
        library.clients = TestClients.direct();
        OpenPage open = new OpenPage();
        open.links = links(em, orders);
        open.site = TestHome.site();
        return List.of(library, open);
    }
}
