package io.seedhouse.publisher.contact;

/**
 * @param token what the page's form repeats; empty once it is done
 */
record UnsubscribeView(String token, boolean done) {
    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "UnsubscribeView";
    }
}
