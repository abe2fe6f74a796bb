package io.seedhouse.tracker.websocket;

/**
 * A message that breaks the protocol; its text is one sentence meant for the client. Without a
 * stack trace, which nobody would read and a flood would pay us with.
 */
final class MalformedMessage extends Exception {
    private final String sentence;

    MalformedMessage(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
