package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.SignIn;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.page.TooMany;
import io.seedhouse.publisher.session.SignedInBrowser;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signing in and out with a browser. */
@Path("/")
public class SignInPage {
    /**
     * Only the studio is a way on: an address given from outside must lead nowhere else. No dots,
     * no empty parts, nothing that a browser could take for another host.
     */
    private static final Pattern NEXT =
            Pattern.compile("/studio(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_=&.+%-]*)?");

    private static final int LONGEST = 500;

    @Inject Accounts accounts;
    @Inject ClientAddress clients;
    @Inject SignedInBrowser browser;
    @Context HttpServletRequest request;

    @GET
    @Path("sign-in")
    public Page show(@QueryParam("next") @DefaultValue("") String next) {
        return page("", next, null);
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("") String next) {
        return switch (accounts.signIn(email, password, clients.of(request))) {
            case SignIn.SignedIn s ->
                    Response.status(303)
                            .header("Location", next(next))
                            .cookie(browser.open(request, s.publisher().id()))
                            .build();
            case SignIn.WrongPassword w -> page(email, next, say("account.sign-in.wrong")).as(401);
            case SignIn.TooMany t -> TooMany.page(say("account.too-many.sign-ins"), t.retryAfter());
        };
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        return Response.status(303).header("Location", "/").cookie(browser.close(request)).build();
    }

    private static Page page(String email, String next, @Nullable String refusal) {
        return new Page("studio/sign-in.jte", new SignInView(email, next(next), refusal));
    }

    static String next(String wanted) {
        return wanted.length() <= LONGEST && NEXT.matcher(wanted).matches() ? wanted : "/studio";
    }
}
