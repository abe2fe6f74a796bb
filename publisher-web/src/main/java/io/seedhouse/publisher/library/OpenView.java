package io.seedhouse.publisher.library;

/**
 * @param token what the page's form repeats
 */
record OpenView(String token) {
    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "OpenView";
    }
}
