package io.seedhouse.tracker.courtesy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits in bytes per second; 0 is none.
 *
 * @param overall of the web seed; nothing is exempt from it
 * @param perTorrent of each torrent; nothing is exempt from it
 * @param courteous of each torrent, for all pulls together that are slowed
 */
public record Rates(long overall, long perTorrent, long courteous) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([KMG]?)");
    private static final long LEAST = 16 << 10;

    /** No limit of any kind. */
    public static final Rates NONE = new Rates(Rate.NONE, Rate.NONE, Rate.NONE);

    public Rates {
        check("overall", overall);
        check("per torrent", perTorrent);
        check("courteous", courteous);
    }

    /**
     * Reads a rate such as {@code 40M}: bytes per second, in units of 1024.
     *
     * @param text empty or {@code off} for no limit
     * @param setting named by the exception
     * @throws IllegalArgumentException naming what is no rate
     */
    public static long parse(String text, String setting) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.isEmpty() || upper.equals("OFF")) {
            return Rate.NONE;
        }
        Matcher form = FORM.matcher(upper);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "%s must be bytes per second such as 40M, or off, not: %s"
                            .formatted(setting, text));
        }
        int shift = form.group(2).isEmpty() ? 0 : 10 * ("KMG".indexOf(form.group(2)) + 1);
        return Long.parseLong(form.group(1)) << shift;
    }

    private static void check(String which, long rate) {
        if (rate != Rate.NONE && rate < LEAST) {
            throw new IllegalArgumentException(
                    "the %s rate must be at least %d bytes a second, not %d"
                            .formatted(which, LEAST, rate));
        }
    }
}
