package io.seedhouse.packager.cli.publishing;

import java.time.Duration;
import java.util.List;

/**
 * How often and after which pauses the server is tried again.
 *
 * @param pauses one for each further attempt
 */
record Patience(List<Duration> pauses, Sleeper sleeper) {
    /** About four minutes, in which a server can be restarted. */
    static final Patience USUAL =
            new Patience(
                    List.of(1, 2, 4, 8, 15, 30, 60, 60, 60).stream()
                            .map(Duration::ofSeconds)
                            .toList(),
                    Thread::sleep);

    /** For the first call, when it is more likely that the address is wrong. */
    static final Patience NONE = new Patience(List.of(), Thread::sleep);

    /** Lets time pass. */
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /**
     * Waits before another attempt.
     *
     * @param failures in a row so far, at least 1
     * @param why what is said when patience ends
     * @throws PlatformException when that many failures are too many
     */
    void pause(int failures, PlatformException why, Watcher watcher)
            throws PlatformException, InterruptedException {
        if (failures > pauses.size()) {
            throw why;
        }
        Duration pause = pauses.get(failures - 1);
        watcher.waiting(String.valueOf(why.getMessage()), pause.toSeconds());
        sleeper.sleep(pause);
    }
}
