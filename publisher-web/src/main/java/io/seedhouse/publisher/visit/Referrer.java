package io.seedhouse.publisher.visit;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which other site a link was on: its host and nothing more of the header {@code Referer}. */
final class Referrer {
    private static final int LONGEST_HEADER = 4096;
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}");

    private Referrer() {}

    /**
     * @param own hosts that are ours
     * @return empty for none, for one of ours, and for what is no address
     */
    static Optional<String> of(@Nullable String header, String... own) {
        return Optional.ofNullable(header)
                .filter(text -> text.length() <= LONGEST_HEADER)
                .flatMap(Referrer::host)
                .filter(host -> !isAmong(host, own));
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost())
                    .map(host -> plain(host.toLowerCase(Locale.ROOT)))
                    .filter(host -> HOST.matcher(host).matches());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** The same site with and without it. */
    private static String plain(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static boolean isAmong(String host, String... own) {
        for (String ours : own) {
            if (host.equals(plain(ours.toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }
}
