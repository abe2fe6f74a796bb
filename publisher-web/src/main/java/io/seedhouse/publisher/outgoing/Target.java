package io.seedhouse.publisher.outgoing;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.door.Loopback;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address to post to, taken apart.
 *
 * @param encrypted HTTPS, not HTTP
 * @param host a name, or an IP address without brackets
 * @param path with the query, never empty
 */
public record Target(boolean encrypted, String host, int port, String path) {
    /** Characters of an address. */
    public static final int LONGEST = 500;

    private static final String FIELD = "url";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int FIRST_FREE = 1024;
    private static final Pattern NAME =
            Pattern.compile(
                    "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern NUMBERS =
            Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");
    private static final Pattern COLONS = Pattern.compile("[0-9a-f:.]+");

    /**
     * No name is looked up for this.
     *
     * @throws Invalid saying which rule the address breaks
     */
    public static Target of(String url, Reach reach) {
        URI uri = parse(url);
        require(uri.getRawUserInfo() == null, say("webhook.url.user"));
        require(uri.getRawFragment() == null, say("webhook.url.fragment"));
        String host = host(uri, reach);
        boolean encrypted = encrypted(uri, host, reach);
        int port = port(uri, encrypted);
        Target target = new Target(encrypted, host, port, path(uri));
        target.literal()
                .ifPresent(ip -> require(reach.admits(ip, encrypted), say("webhook.url.public")));
        return target;
    }

    private static URI parse(String url) {
        require(url.length() <= LONGEST, say("webhook.url.long", LONGEST));
        require(url.chars().allMatch(c -> c > ' ' && c < 0x7f), say("webhook.url.ascii"));
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw fault(say("webhook.url.form"));
        }
    }

    private static String host(URI uri, Reach reach) {
        require(uri.getHost() != null && !uri.isOpaque(), say("webhook.url.form"));
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        boolean well =
                host.startsWith("[")
                        ? COLONS.matcher(bare).matches()
                        : isNumbers(bare)
                                || NAME.matcher(bare).matches()
                                || (reach == Reach.LOOPBACK_TOO && Loopback.is(bare));
        require(well, say("webhook.url.host"));
        return bare;
    }

    /** Four decimal numbers without leading zeros: some read those as octal. */
    private static boolean isNumbers(String host) {
        return NUMBERS.matcher(host).matches();
    }

    private static boolean encrypted(URI uri, String host, Reach reach) {
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain =
                "http".equalsIgnoreCase(uri.getScheme())
                        && reach == Reach.LOOPBACK_TOO
                        && Loopback.is(host);
        require(encrypted || plain, say("webhook.url.https"));
        return encrypted;
    }

    private static int port(URI uri, boolean encrypted) {
        int usual = encrypted ? HTTPS : HTTP;
        int port = uri.getPort() == -1 ? usual : uri.getPort();
        require(
                port == usual || (port >= FIRST_FREE && port <= 0xffff),
                say("webhook.url.port", usual));
        return port;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static void require(boolean well, String rule) {
        if (!well) {
            throw fault(rule);
        }
    }

    private static Invalid fault(String rule) {
        return new Invalid(FIELD, say("webhook.url", rule));
    }

    /** The address itself, where no name stands for it. */
    Optional<InetAddress> literal() {
        return host.indexOf(':') >= 0 || isNumbers(host)
                ? Optional.of(address(host))
                : Optional.empty();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            throw fault(say("webhook.url.host"));
        }
    }

    /** As the header Host has it. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (encrypted ? HTTPS : HTTP) ? name : name + ":" + port;
    }
}
