package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.token.Issue;
import io.seedhouse.publisher.token.Tokens;
import io.seedhouse.publisher.token.Wish;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens of an account: what there is, a new one, and their end. */
@Path("studio/account/access")
@ForPublishers
public class AccessPage {
    @Inject CurrentPublisher current;
    @Inject Tokens tokens;
    @Inject PasswordCheck check;

    @GET
    public Page show() {
        return page(AccessView.Form.EMPTY, null, null);
    }

    @POST
    public Response make(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("scopes") List<String> scopes,
            @FormParam("days") @DefaultValue("") String days,
            @FormParam("current") @DefaultValue("") String password) {
        AccessView.Form form = new AccessView.Form(name, Set.copyOf(scopes), days);
        try {
            Wish wish = Wish.of(Invalid.unlessText("name", name, 1, 100), scopes, days(days));
            Optional<Response> wrong =
                    check.refusal(password, sentence -> page(form, null, sentence).as(403));
            return wrong.orElseGet(() -> make(form, wish));
        } catch (Invalid e) {
            return page(form, null, e.sentence()).as(422);
        }
    }

    /** No redirect: the page that follows could not show it. */
    private Response make(AccessView.Form form, Wish wish) {
        return switch (tokens.issue(current.require(), wish, Instant.now())) {
            case Issue.Issued i ->
                    Response.ok(page(AccessView.Form.EMPTY, i.text(), null))
                            .header("Cache-Control", "no-store")
                            .build();
            case Issue.TooMany t -> page(form, null, t.sentence()).as(409);
        };
    }

    private static Optional<Long> days(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,3}")) {
            throw new Invalid("days", say("account.access.days.malformed", Wish.LONGEST));
        }
        return Optional.of(Long.valueOf(text));
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") UUID id) {
        if (!tokens.revoke(current.require(), id)) {
            throw new Refused(404, say("account.access.unknown"));
        }
        return Response.status(303).header("Location", "/studio/account/access").build();
    }

    private Page page(AccessView.Form form, @Nullable String secret, @Nullable String refusal) {
        List<AccessView.Row> rows =
                tokens.ofPublisher(current.require(), Instant.now()).reversed().stream()
                        .map(AccessView.Row::of)
                        .toList();
        return new Page("profile/access.jte", new AccessView(rows, form, secret, refusal));
    }
}
