package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.account.Accounts;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.account.SignIn;
import io.seedhouse.publisher.door.ClientAddress;
import io.seedhouse.publisher.page.TooMany;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** Asks whoever is signed in for the password once more: an open browser is not enough. */
@RequestScoped
class PasswordCheck {
    @Inject Accounts accounts;
    @Inject CurrentPublisher current;
    @Inject ClientAddress clients;
    @Inject HttpServletRequest request;

    /**
     * @param wrong the page for a wrong password
     * @return empty for the right one
     */
    Optional<Response> refusal(String password, Function<String, Response> wrong) {
        return switch (accounts.signIn(current.require(), password, clients.of(request))) {
            case SignIn.SignedIn s -> Optional.empty();
            case SignIn.WrongPassword w -> Optional.of(wrong.apply(say("account.wrong-password")));
            case SignIn.TooMany t ->
                    Optional.of(TooMany.page(say("account.too-many.passwords"), t.retryAfter()));
        };
    }
}
