package io.seedhouse.tracker.websocket;

/**
 * Who opened a connection, as far as limits need to know. It prints as nothing, like every address.
 *
 * @param origin its {@link io.seedhouse.tracker.wire.Household}
 * @param exempt whether limits per address spare it
 */
record Visitor(long origin, boolean exempt) {
    @Override
    public String toString() {
        return "Visitor[hidden]";
    }
}
