package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.notice.MailLinks;
import io.seedhouse.publisher.notice.Proof;
import io.seedhouse.publisher.page.Page;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** What the pages behind links in mails share. */
final class MailPages {
    private MailPages() {}

    /** Neither kept nor told to others: the address of the page may hold a token. */
    static Response unkept(ResponseBuilder answer) {
        return answer.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /**
     * For a link that is worth nothing.
     *
     * @param wayOn where another comes from
     */
    static Response dead(Proof why, String wayOn) {
        String key =
                switch (why) {
                    case Proof.Used u -> "used";
                    case Proof.Expired e -> "expired";
                    case Proof.Unknown u -> "unknown";
                    case Proof.Proven p -> throw new IllegalArgumentException("the link is good");
                };
        return told("dead-link." + key, wayOn, 410);
    }

    /** A heading, a sentence and a way on, all below one key. */
    static Response told(String key, String wayOn, int status) {
        MessageView view =
                new MessageView(
                        say("account." + key + ".heading"),
                        say("account." + key + ".sentence", MailLinks.LIFE.toMinutes()),
                        wayOn,
                        say("account.way-on." + wayOn.substring(1)));
        return unkept(Response.status(status).entity(new Page("profile/message.jte", view)));
    }
}
