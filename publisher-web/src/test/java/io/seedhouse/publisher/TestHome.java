package io.seedhouse.publisher;

import java.nio.file.Path;

/** A home in a folder of a test's own. */
public final class TestHome {
    private TestHome() {}

    public static Home in(Path folder) {
        Home home = new Home();
        home.root = folder.toString();
        return home;
    }

    /** A platform at {@code http://localhost:8080}. */
    public static Site site() {
        Site site = new Site();
        site.baseUrl = "http://localhost:8080";
        site.udpPort = 6969;
        return site;
    }
}
