package io.seedhouse.publisher.audience;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.audience.AudienceView.Choice;
import io.seedhouse.publisher.audience.AudienceView.Row;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The mailing list of a publisher, over all bundles. */
@Path("studio/audience")
@ForPublishers
public class AudiencePage {
    @Inject Membership membership;

    @GET
    public Response show(
            @QueryParam("bundle") @DefaultValue("") String bundle,
            @QueryParam("removed") @DefaultValue("") String removed) {
        return Response.ok(page(bundle, removed.equals("1")))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Comes back to what was looked at. */
    @POST
    @Path("removals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @FormParam("bundle") @DefaultValue("") String bundle,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("chosen") @DefaultValue("") String chosen) {
        membership.chosen(chosen);
        if (!membership.remove(bundle, email)) {
            throw new Refused(404, say("figures.audience.nobody"));
        }
        String filter = chosen.isEmpty() ? "" : "&bundle=" + chosen;
        return Response.status(303)
                .header("Location", "/studio/audience?removed=1" + filter)
                .build();
    }

    private Page page(String bundle, boolean removed) {
        List<Member> members = membership.of(membership.chosen(bundle));
        long staying = members.stream().filter(Member::stays).count();
        return new Page(
                "audience/audience.jte",
                new AudienceView(
                        bundle,
                        membership.own().stream()
                                .map(b -> new Choice(b.id().toString(), b.title()))
                                .toList(),
                        staying,
                        members.size() - staying,
                        members.stream().limit(AudienceView.ROWS).map(AudiencePage::row).toList(),
                        Math.max(0, members.size() - AudienceView.ROWS),
                        removed));
    }

    private static Row row(Member member) {
        return new Row(
                member.bundle().id().toString(),
                member.bundle().title(),
                member.contact().email(),
                member.contact().consent(),
                member.contact().given(),
                member.contact().unsubscribed());
    }
}
