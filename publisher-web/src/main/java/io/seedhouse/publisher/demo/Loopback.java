package io.seedhouse.publisher.demo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether a host is this machine and nothing else, by name alone: no look-up is made. */
final class Loopback {
    private Loopback() {}

    static boolean is(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("[::1]");
    }
}
