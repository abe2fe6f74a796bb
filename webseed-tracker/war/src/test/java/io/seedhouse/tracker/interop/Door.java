package io.seedhouse.tracker.interop;

/** Where a client on another host finds our tracker. */
enum Door {
    HTTP_V4("http://10.77.0.254:8080/tracker/announce"),
    HTTP_V6("http://[fd77::254]:8080/tracker/announce"),
    UDP_V4("udp://10.77.0.254:6969"),
    UDP_V6("udp://[fd77::254]:6969");

    static final int HTTP_PORT = 8080;
    static final int UDP_PORT = 6969;

    private final String announce;

    Door(String announce) {
        this.announce = announce;
    }

    String announce() {
        return announce;
    }
}
