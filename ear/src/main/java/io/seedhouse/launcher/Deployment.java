package io.seedhouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The platform inside its server, seen through the marker files that the server's deployment
 * scanner keeps beside the archive ({@code seedhouse.ear.deployed}, {@code seedhouse.ear.failed}).
 *
 * @param folder the server's {@code standalone/deployments}
 */
record Deployment(Path folder) {

    enum State {
        STARTING,
        READY,
        FAILED
    }

    private static final String ARCHIVE = "seedhouse.ear";

    static Deployment in(Path server) {
        return new Deployment(server.resolve("standalone/deployments"));
    }

    /** Removes what an earlier run left, so that only this run's outcome is seen. */
    void forgetLastRun() throws IOException {
        for (String marker :
                List.of("deployed", "failed", "undeployed", "isdeploying", "pending")) {
            Files.deleteIfExists(marker(marker));
        }
    }

    State state() {
        if (Files.exists(marker("failed"))) {
            return State.FAILED;
        }
        return Files.exists(marker("deployed")) ? State.READY : State.STARTING;
    }

    private Path marker(String name) {
        return folder.resolve(ARCHIVE + "." + name);
    }
}
