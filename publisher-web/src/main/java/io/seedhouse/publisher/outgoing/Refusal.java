package io.seedhouse.publisher.outgoing;

import java.io.IOException;

/** Ends a request; the message is a sentence for whoever named the server. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    Refusal(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
