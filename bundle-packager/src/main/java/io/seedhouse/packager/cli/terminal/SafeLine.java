package io.seedhouse.packager.cli.terminal;

import io.seedhouse.packager.metainfo.Printable;
import java.util.regex.Pattern;

/**
 * A message as it may be shown: on one line, without what could steer a terminal, and without an
 * age identity, which a complaint about it would repeat where one was given in a wrong place.
 */
public final class SafeLine {
    /**
     * The name and at least a good part of what follows it: 16 characters of Bech32, or 32 of which
     * some are mistyped. A name alone is no secret: a file may be called so.
     */
    private static final String IDENTITY =
            "AGE-(SECRET-KEY|PLUGIN)-([0-9A-Z]+-)*1"
                    + "([02-9AC-HJ-NP-Z]{16,}[0-9A-Z]*|[0-9A-Z]{32,})";

    /** A name with mistakes is known by the length of what follows; not age1, a recipient. */
    private static final String MISNAMED = "AGE[-_ A-Z]{1,24}1[0-9A-Z]{50,}";

    /** Without its name, by nothing but capitals of Bech32. */
    private static final String NAMELESS = "(?-i:[02-9AC-HJ-NP-Z]{40,})";

    private static final Pattern SECRET =
            Pattern.compile("(?i)" + IDENTITY + "|" + MISNAMED + "|" + NAMELESS);

    private SafeLine() {}

    /** The message made safe. */
    public static String of(String message) {
        String silent = SECRET.matcher(message).replaceAll("AGE-...");
        return Printable.of(silent.replaceAll("\\R", " "));
    }
}
