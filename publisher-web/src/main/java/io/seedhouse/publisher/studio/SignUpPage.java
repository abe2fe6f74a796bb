package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.SignUp;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Opening an account, which also signs in. */
@Path("sign-up")
public class SignUpPage {
    @Inject Accounts accounts;
    @Inject ClientAddress clients;
    @Inject SignedInBrowser browser;
    @Context HttpServletRequest request;

    @GET
    public Page show() {
        return page("", "", null);
    }

    @POST
    public Response signUp(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password) {
        try {
            return answer(accounts.signUp(email, password, name, clients.of(request)), name, email);
        } catch (Invalid refused) {
            return page(name, email, refused.sentence()).as(422);
        }
    }

    private Response answer(SignUp result, String name, String email) {
        return switch (result) {
            case SignUp.SignedUp s ->
                    Response.status(303)
                            .header("Location", "/studio")
                            .cookie(browser.open(request, s.publisher().id()))
                            .build();
            case SignUp.EmailTaken t -> page(name, email, say("account.sign-up.taken")).as(409);
            case SignUp.TooMany t -> TooMany.page(say("account.too-many.sign-ups"), t.retryAfter());
        };
    }

    private static Page page(String name, String email, @Nullable String refusal) {
        return new Page("studio/sign-up.jte", new SignUpView(name, email, refusal));
    }
}
