package io.seedhouse.tracker.websocket;

/**
 * One side's half of a WebRTC connection. It prints as nothing, because it holds addresses.
 *
 * @param type {@code offer} or {@code answer}
 * @param sdp a session description (RFC 8866), at most {@link #LONGEST} characters, not looked into
 */
record Description(String type, String sdp) {
    /** Browsers send one to four thousand. */
    static final int LONGEST = 16 * 1024;

    @Override
    public String toString() {
        return "Description[hidden]";
    }
}
