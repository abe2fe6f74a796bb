package io.seedhouse.tracker.interop;

/** Where a client on another host finds our tracker. */
enum Door {
    HTTP_V4("http://10.77.0.254:8080/tracker/announce"),
    HTTP_V6("http://[fd77::254]:8080/tracker/announce"),
    /** Over IPv6 alone too; see {@link Hosts#NAME}. */
    HTTP_V6_BY_NAME("http://" + Hosts.NAME + ":8080/tracker/announce"),
    UDP_V4("udp://10.77.0.254:6969"),
    UDP_V6("udp://[fd77::254]:6969"),
    WS_V4("ws://10.77.0.254:8080/tracker/ws"),
    WS_V6("ws://[fd77::254]:8080/tracker/ws");

    static final int HTTP_PORT = 8080;
    static final int UDP_PORT = 6969;
    static final int PEER_PORT = 6970;

    private final String announce;

    Door(String announce) {
        this.announce = announce;
    }

    String announce() {
        return announce;
    }

    /** Where the web seeds of a bundle are, at the address of one of the HTTP doors. */
    String seed(String bundle) {
        return announce.replace("announce", "seed/" + bundle + "/");
    }
}
