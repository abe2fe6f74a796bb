package io.seedhouse.packager.bundle;

/** Who may use a file of a bundle. */
public enum Access {
    /** Travels in the clear, below {@code free/}. */
    FREE,
    /** Travels encrypted, below {@code locked/}, under an age identity of its own. */
    PAID;

    /**
     * Where a file with this access lies in a bundle: {@code free/NAME}, {@code locked/NAME.age}.
     */
    public String pathOf(String name) {
        return switch (this) {
            case FREE -> "free/" + name;
            case PAID -> "locked/" + name + ".age";
        };
    }
}
