package io.seedhouse.publisher.profile;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Recovery;
import io.seedhouse.publisher.account.Redeem;
import io.seedhouse.publisher.notice.Proof;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.token.Tokens;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the link leads that sets a new password. Looking changes nothing; the button sets it, once.
 */
@Path("reset")
public class ResetPage {
    private static final String WAY_ON = "/forgot";

    @Inject Recovery recovery;
    @Inject Tokens tokens;

    @GET
    public Response show(@QueryParam("token") @DefaultValue("") String token) {
        return page(token, null, 200);
    }

    /**
     * @param revoked ids of tokens that end as well; what is no id of the account's is ignored
     */
    @POST
    public Response set(
            @FormParam("token") @DefaultValue("") String token,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("revoke") List<UUID> revoked) {
        try {
            return switch (recovery.reset(token, password, revoked, Instant.now())) {
                case Redeem.Done d -> MailPages.told("password-set", "/sign-in", 200);
                case Redeem.Dead d -> MailPages.dead(d.why(), WAY_ON);
                case Redeem.Taken t -> throw new IllegalStateException("no address was asked for");
            };
        } catch (Invalid e) {
            return page(token, e.sentence(), 422);
        }
    }

    private Response page(String token, @Nullable String refusal, int status) {
        return switch (recovery.lookAtReset(token, Instant.now())) {
            case Proof.Proven p ->
                    MailPages.unkept(
                            Response.status(status)
                                    .entity(
                                            new Page(
                                                    "profile/reset.jte", view(token, p, refusal))));
            case Proof why -> MailPages.dead(why, WAY_ON);
        };
    }

    private ResetView view(String token, Proof.Proven proven, @Nullable String refusal) {
        List<AccessView.Row> rows =
                tokens.ofPublisher(proven.publisherId(), Instant.now()).stream()
                        .map(AccessView.Row::of)
                        .toList();
        return new ResetView(token, proven.email(), rows, refusal);
    }
}
