package io.seedhouse.publisher.profile;

/**
 * @param token what the page's form repeats
 */
record ConfirmView(String token, String email) {
    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ConfirmView";
    }
}
