package io.seedhouse.packager.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/** The address of a platform, as somebody typed it. */
final class ServerAddress {
    private ServerAddress() {}

    /**
     * @param insecure whether a password may travel in clear beyond this machine
     * @param refuse throws, with the reason
     */
    static URI parse(String text, boolean insecure, Consumer<String> refuse) {
        URI uri = URI.create("http://invalid");
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            refuse.accept("--server: '%s' is no address".formatted(text));
        }
        if (uri.getUserInfo() != null) {
            refuse.accept(
                    "--server: leave out the part before the @; a password does not belong there");
        }
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || !scheme.matches("https?")) {
            refuse.accept("--server: '%s' is no http or https address".formatted(text));
        }
        if (!uri.getRawPath().matches("/?") || uri.getQuery() != null) {
            refuse.accept(
                    "--server: give '%s://%s' without a path"
                            .formatted(scheme, uri.getAuthority()));
        }
        if (scheme.equals("http") && !insecure && !isThisMachine(uri.getHost())) {
            refuse.accept(
                    "--server: over http others could read the password; use https, or --insecure in a network you trust");
        }
        return uri;
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
