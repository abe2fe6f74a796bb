package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.closing.Close;
import io.seedhouse.publisher.closing.Closings;
import io.seedhouse.publisher.closing.Export;
import io.seedhouse.publisher.closing.Leftovers;
import io.seedhouse.publisher.closing.Reckoner;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.session.SignedInBrowser;
import io.seedhouse.publisher.account.ForPublishers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Closing an account: what happens first, the data to take along, and the end. */
@Path("studio/account")
@ForPublishers
public class ClosingPage {
    @Inject CurrentPublisher current;
    @Inject Accounts accounts;
    @Inject Reckoner reckoner;
    @Inject Closings closings;
    @Inject Leftovers leftovers;
    @Inject Export export;
    @Inject PasswordCheck check;
    @Inject SignedInBrowser browser;

    @GET
    @Path("closing")
    public Page show() {
        return page(null);
    }

    @POST
    @Path("closing")
    public Response close(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("current") @DefaultValue("") String password) {
        if (!name.strip().equals(publisher().name())) {
            return page(say("account.closing.wrong-name")).as(422);
        }
        Optional<Response> wrong = check.refusal(password, sentence -> page(sentence).as(403));
        return wrong.orElseGet(() -> close(current.require()));
    }

    private Response close(UUID publisherId) {
        return switch (closings.close(publisherId, say("account.closing.reason"), Instant.now())) {
            case Close.Closed c -> {
                leftovers.delete(c.drafts());
                yield Response.fromResponse(new Page("profile/closed.jte", "").as(200))
                        .cookie(browser.gone())
                        .header("Cache-Control", "no-store")
                        .build();
            }
            case Close.Sealing s -> page(say("account.closing.sealing", s.title())).as(409);
            case Close.Unknown u -> throw new NotAuthorizedException("Bearer");
        };
    }

    /** All data but the films, streamed bundle by bundle. */
    @GET
    @Path("export")
    public Response export() {
        Publisher publisher = publisher();
        Optional<Duration> wait = export.take(publisher.id());
        if (wait.isPresent()) {
            return TooMany.page(say("account.too-many.exports"), wait.get());
        }
        StreamingOutput zip = out -> export.write(publisher, out);
        return Response.ok(zip, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"seedhouse-account.zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Publisher publisher() {
        return accounts.find(current.require())
                .orElseThrow(() -> new NotAuthorizedException("Bearer"));
    }

    private Page page(@Nullable String refusal) {
        Publisher publisher = publisher();
        return new Page(
                "profile/closing.jte",
                new ClosingView(reckoner.reckon(publisher.id()), publisher.name(), refusal));
    }
}
