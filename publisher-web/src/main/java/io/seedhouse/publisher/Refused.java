package io.seedhouse.publisher;

/** Ends a request with a problem, from where no answer can be returned. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    public Refused(int status, String sentence) {
        super(sentence);
        this.problem = Problem.of(status, sentence);
    }

    public Problem problem() {
        return problem;
    }
}
