package io.seedhouse.publisher.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether a host is this machine and nothing else, by name alone: no look-up is made. */
public final class Loopback {
    /** What proxies add; whoever comes through one may come from anywhere. */
    private static final List<String> OF_PROXIES =
            List.of(
                    "Forwarded",
                    "Via",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Real-IP");

    private Loopback() {}

    public static boolean is(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("[::1]")
                || name.equals("::1");
    }

    /**
     * Whether a request was made on this machine, to this machine. The name it was made to counts
     * too: another site's name may be made to lead here (DNS rebinding).
     */
    public static boolean isDirect(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && is(request.getServerName())
                && OF_PROXIES.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
