package io.seedhouse.tracker.wire;

/**
 * A request that breaks the protocol; the message is one sentence meant for the client. It knows no
 * stack: strangers throw it as often as they like, so it must cost less than an answer.
 */
public final class MalformedRequest extends Exception {
    private final String sentence;

    MalformedRequest(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    static MalformedRequest lacks(String parameter) {
        return new MalformedRequest("The announce lacks the parameter " + parameter + ".");
    }

    /** What the client is told. */
    public Failure failure() {
        return Failure.forGood(sentence);
    }
}
