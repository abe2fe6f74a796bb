package io.seedhouse.publisher.profile;

import io.seedhouse.publisher.account.Recovery;
import io.seedhouse.publisher.account.Redeem;
import io.seedhouse.publisher.notice.Proof;
import io.seedhouse.publisher.page.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Where the link leads that proves an address. Looking at it changes nothing. */
@Path("confirm")
public class ConfirmPage {
    private static final String WAY_ON = "/studio/account";

    @Inject Recovery recovery;

    @GET
    public Response show(@QueryParam("token") @DefaultValue("") String token) {
        return switch (recovery.lookAtAddress(token, Instant.now())) {
            case Proof.Proven p ->
                    MailPages.unkept(
                            Response.ok(
                                    new Page(
                                            "profile/confirm.jte",
                                            new ConfirmView(token, p.email()))));
            case Proof why -> MailPages.dead(why, WAY_ON);
        };
    }

    @POST
    public Response redeem(@FormParam("token") @DefaultValue("") String token) {
        return switch (recovery.confirm(token, Instant.now())) {
            case Redeem.Done d -> MailPages.told("confirmed", WAY_ON, 200);
            case Redeem.Taken t -> MailPages.told("address-taken", WAY_ON, 409);
            case Redeem.Dead d -> MailPages.dead(d.why(), WAY_ON);
        };
    }
}
