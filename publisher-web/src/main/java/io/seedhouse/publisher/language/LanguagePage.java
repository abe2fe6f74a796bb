package io.seedhouse.publisher.language;

import io.seedhouse.publisher.Site;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/** Where a reader chooses the language of the pages. */
@Path("language")
public class LanguagePage {
    static final String COOKIE = "language";

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    /** A path of this site: two slashes in front would lead to another. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[^\\s\\\\]{0,500}");

    @Inject Site site;

    /**
     * Shows the page again that the choice was made on.
     *
     * @param language a tag; an unknown one changes nothing
     */
    @POST
    public Response choose(
            @FormParam("language") @DefaultValue("") String language,
            @HeaderParam("Referer") @DefaultValue("/") String page) {
        Response.ResponseBuilder answer = Response.status(303).header("Location", path(page));
        Language.of(language).map(this::cookie).ifPresent(answer::cookie);
        return answer.build();
    }

    private static String path(String address) {
        try {
            URI page = URI.create(address);
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            String path = page.getRawPath() + query;
            return OWN_PATH.matcher(path).matches() ? path : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private NewCookie cookie(Language language) {
        return new NewCookie.Builder(COOKIE)
                .value(language.tag())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(site.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
