package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Browsers in which an account is open.
 *
 * @param others how many beside this one
 */
record SessionsView(List<Row> rows, int others) {
    SessionsView {
        rows = List.copyOf(rows);
    }

    /**
     * @param used to the hour
     * @param here whether it is the browser that looks
     */
    record Row(
            String id, String client, String network, Instant created, Instant used, boolean here) {
        static Row of(Session session, UUID here) {
            String browser = session.client().browser();
            String system = session.client().system();
            return new Row(
                    session.id().toString(),
                    say(
                            "account.session.client",
                            browser.isEmpty() ? say("account.session.browser") : browser,
                            system.isEmpty() ? say("account.session.system") : system),
                    session.client().network(),
                    session.created(),
                    session.used(),
                    session.id().equals(here));
        }
    }

    static SessionsView of(List<Session> sessions, UUID here) {
        List<Row> rows = sessions.stream().map(s -> Row.of(s, here)).toList();
        return new SessionsView(rows, (int) rows.stream().filter(row -> !row.here()).count());
    }
}
