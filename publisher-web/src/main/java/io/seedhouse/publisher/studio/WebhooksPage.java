package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.webhook.Attempts;
import io.seedhouse.publisher.webhook.Deliveries;
import io.seedhouse.publisher.webhook.EventType;
import io.seedhouse.publisher.webhook.Register;
import io.seedhouse.publisher.webhook.Replay;
import io.seedhouse.publisher.webhook.Webhook;
import io.seedhouse.publisher.webhook.Webhooks;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where a publisher's own programs are told of orders. */
@Path("studio/webhooks")
@ForPublishers
public class WebhooksPage {
    /** Deliveries shown of each webhook; the API has them all. */
    private static final int SHOWN = 10;

    private static final WebhooksView.Form EMPTY =
            new WebhooksView.Form("", Set.copyOf(EventType.labels()));

    @Inject CurrentPublisher current;
    @Inject Webhooks webhooks;
    @Inject Deliveries deliveries;
    @Inject Attempts attempts;

    @GET
    public Page show() {
        return page(EMPTY, null, null);
    }

    @POST
    public Response add(
            @FormParam("url") @DefaultValue("") String url,
            @FormParam("events") List<String> events) {
        WebhooksView.Form form = new WebhooksView.Form(url, new HashSet<>(events));
        try {
            return switch (webhooks.register(
                    current.require(), url.strip(), events, Instant.now())) {
                case Register.Registered r -> secret(r.shown());
                case Register.TooMany t -> page(form, null, t.sentence()).as(409);
            };
        } catch (Invalid e) {
            return page(form, null, e.sentence()).as(422);
        }
    }

    @POST
    @Path("{id}/secret")
    public Response renew(@PathParam("id") UUID id) {
        return webhooks.renew(current.require(), id, Instant.now())
                .map(this::secret)
                .orElseThrow(WebhooksPage::unknown);
    }

    @POST
    @Path("{id}/delete")
    public Response delete(@PathParam("id") UUID id) {
        if (!webhooks.remove(current.require(), id)) {
            throw unknown();
        }
        return done();
    }

    @POST
    @Path("{id}/on")
    public Response switchOn(@PathParam("id") UUID id) {
        return webhooks.switchOn(current.require(), id, Instant.now())
                .map(on -> done())
                .orElseThrow(WebhooksPage::unknown);
    }

    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") UUID id) {
        return limited((asker, now) -> deliveries.ping(asker, id, now));
    }

    @POST
    @Path("{id}/deliveries/{deliveryId}/replay")
    public Response replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return limited((asker, now) -> deliveries.replay(asker, id, deliveryId, now));
    }

    private Response limited(BiFunction<UUID, Instant, Replay> work) {
        UUID asker = current.require();
        return attempts.take(asker)
                .map(wait -> TooMany.page(Attempts.what(), wait))
                .orElseGet(() -> answer(work.apply(asker, Instant.now())));
    }

    private Response answer(Replay replay) {
        return switch (replay) {
            case Replay.Queued q -> done();
            case Replay.Unknown u -> throw unknown();
            case Replay.SwitchedOff s -> page(EMPTY, null, s.sentence()).as(409);
        };
    }

    /** No redirect: the page that follows could not show it. */
    private Response secret(Register.Shown shown) {
        WebhooksView.Secret secret =
                new WebhooksView.Secret(shown.webhook().url(), shown.secret().text());
        return Response.ok(page(EMPTY, secret, null)).header("Cache-Control", "no-store").build();
    }

    private Page page(
            WebhooksView.Form form,
            WebhooksView.@Nullable Secret secret,
            @Nullable String refusal) {
        Instant now = Instant.now();
        List<WebhooksView.Row> rows =
                webhooks.ofPublisher(current.require()).stream().map(w -> row(w, now)).toList();
        return new Page(
                "studio/webhooks.jte",
                new WebhooksView(rows, EventType.labels(), form, secret, refusal));
    }

    private WebhooksView.Row row(Webhook webhook, Instant now) {
        return WebhookWords.row(webhook, deliveries.newest(webhook.id(), null, SHOWN).items(), now);
    }

    private static Response done() {
        return Response.status(303).header("Location", "/studio/webhooks").build();
    }

    private static Refused unknown() {
        return new Refused(404, say("studio.webhook.unknown"));
    }
}
