package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision of a bundle's texts as an entity tag (RFC 9110, section 8.8.3). */
final class Revision {
    private static final Pattern TAG = Pattern.compile("\"?(?:texts-)?([0-9]{1,9})\"?");

    private Revision() {}

    static String tag(Bundle bundle) {
        return "\"texts-" + bundle.revision() + "\"";
    }

    /**
     * @param match the header If-Match; null or {@code *} for any
     * @return null for any
     * @throws Invalid when it is no tag of ours
     */
    static @Nullable Integer of(@Nullable String match) {
        if (match == null || match.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw new Invalid("If-Match", say("bundle.edit.tag"));
        }
        return Integer.valueOf(tag.group(1));
    }
}
