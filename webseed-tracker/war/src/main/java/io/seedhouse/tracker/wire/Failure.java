package io.seedhouse.tracker.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a tracker says instead of an answer: a reason (BEP 3) and when to ask again (BEP 31). It is
 * encoded once, when it is made.
 */
public final class Failure {
    /** What is said of a torrent that is not admitted; in an hour it may be. */
    public static final Failure NOT_SERVED =
            new Failure(
                    "This tracker does not serve that torrent; get the current .torrent from its"
                            + " publisher.",
                    "i60e");

    private final String reason;
    private final byte[] text;
    private final byte[] encoded;

    private Failure(String reason, String minutes) {
        this.reason = reason;
        this.text = reason.getBytes(UTF_8);
        this.encoded =
                ("d14:failure reason"
                                + text.length
                                + ':'
                                + new String(text, ISO_8859_1)
                                + "8:retry in"
                                + minutes
                                + 'e')
                        .getBytes(ISO_8859_1);
    }

    /**
     * One that asking again will not mend.
     *
     * @param reason one sentence, shown to the person by their client
     */
    public static Failure forGood(String reason) {
        return new Failure(reason, "5:never");
    }

    /** The sentence. */
    public String reason() {
        return reason;
    }

    /** The sentence in UTF-8, as UDP sends it; not to be changed. */
    public byte[] text() {
        return text;
    }

    /** In bencoding, as HTTP sends it; not to be changed. */
    public byte[] encoded() {
        return encoded;
    }
}
