package io.seedhouse.publisher.visit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells people from programs by what these say of themselves. Whoever pretends to be a browser is
 * counted as one.
 */
final class Worth {
    private static final Pattern CRAWLER =
            Pattern.compile(
                    "bot\\b|bot/|crawl|spider|slurp|archiver|facebookexternalhit|embedly|preview"
                            + "|mediapartners|lighthouse|pingdom|uptime|monitor|scan|validator"
                            + "|whatsapp|skypeuri|feedfetcher|ia_archiver",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern TOOL =
            Pattern.compile(
                    "^(curl|wget|java|python|go-http|okhttp|libwww|axios|node|undici|ruby|php|perl"
                            + "|apache-http|httpie|aria2|postman)|headless|phantomjs",
                    Pattern.CASE_INSENSITIVE);

    private Worth() {}

    /** Whether a person looks at a page. */
    static boolean isView(HttpServletRequest request) {
        String agent = agent(request);
        return isFetch(request) && !agent.isBlank() && !TOOL.matcher(agent).find();
    }

    /** Whether somebody fetches a file: BitTorrent clients and command lines do so for people. */
    static boolean isFetch(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && !isAhead(request)
                && !CRAWLER.matcher(agent(request)).find();
    }

    /** A browser fetches what may be looked at later. */
    private static boolean isAhead(HttpServletRequest request) {
        return (header(request, "Sec-Purpose")
                        + header(request, "Purpose")
                        + header(request, "X-Moz"))
                .contains("pre");
    }

    static String agent(HttpServletRequest request) {
        return header(request, "User-Agent");
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
