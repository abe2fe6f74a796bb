package io.seedhouse.tracker.wire;

/** A request that breaks the protocol; the message is one sentence meant for the client. */
public final class MalformedRequest extends Exception {
    private final String sentence;

    MalformedRequest(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What the client is told. */
    public Failure failure() {
        return new Failure(sentence);
    }
}
