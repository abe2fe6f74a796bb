package io.seedhouse.packager.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names a file or a bundle may have, so that every client can fetch it and every system can
 * store it.
 *
 * <p>{@code #} and {@code %} break the web seed requests of common clients; the other refusals are
 * names that Windows cannot store or that would leave the folder.
 */
public final class FileNames {
    /**
     * The longest name of a file before it is encrypted, in bytes of UTF-8; leaves room for {@code
     * .age} and a temporary suffix.
     */
    public static final int MAX_BYTES = 200;

    private static final int SUFFIX_BYTES = ".age".length();

    private static final String WINDOWS = "<>:\"|?*";
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

    private FileNames() {}

    /** Why this single name (no path) cannot be used, in one sentence; empty when it can. */
    public static Optional<String> check(String name) {
        return check(name, MAX_BYTES);
    }

    /** The same of a name inside a bundle, which may have got {@code .age} since. */
    static Optional<String> checkInBundle(String name) {
        return check(name, MAX_BYTES + SUFFIX_BYTES);
    }

    private static Optional<String> check(String name, int most) {
        return Optional.ofNullable(refusal(name, most)).map(reason -> reason + ".");
    }

    private static @Nullable String refusal(String name, int most) {
        if (name.isEmpty()) {
            return "A name is missing; give the file one";
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return "The name is not valid Unicode; rename the file";
        }
        String character = badCharacter(name);
        if (character != null) {
            return "The name '%s' contains %s; rename the file without it"
                    .formatted(printable(name), character);
        }
        return badName(name, most);
    }

    private static @Nullable String badName(String name, int most) {
        if (name.equals(".") || name.equals("..")) {
            return "The name '%s' means a folder; give the file a name of its own".formatted(name);
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return "The name '%s' ends with a dot or a space; remove it".formatted(name);
        }
        if (RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return "The name '%s' is reserved by Windows; choose another".formatted(name);
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > most) {
            return "The name '%s...' has %d bytes; shorten it to at most %d"
                    .formatted(name.substring(0, name.offsetByCodePoints(0, 20)), bytes, most);
        }
        return null;
    }

    private static @Nullable String badCharacter(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == '\\') {
                return "'" + c + "', which separates folders";
            }
            if (Character.isISOControl(c)) {
                return "a control character";
            }
            if (c == '#' || c == '%') {
                return "'" + c + "', which breaks web seeds";
            }
            if (WINDOWS.indexOf(c) >= 0) {
                return "'" + c + "', which Windows cannot store";
            }
        }
        return null;
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
