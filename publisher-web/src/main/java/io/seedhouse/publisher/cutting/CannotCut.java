package io.seedhouse.publisher.cutting;

/** Something cannot be made; trying again would not help. */
public final class CannotCut extends RuntimeException {
    private final transient Trouble trouble;

    public CannotCut(Trouble trouble) {
        super(trouble.key());
        this.trouble = trouble;
    }

    CannotCut(String key, String... details) {
        this(new Trouble(key, details));
    }

    public Trouble trouble() {
        return trouble;
    }
}
