package io.seedhouse.packager.start;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with a Java of its own, where there is no other: not even a PATH. */
class InstallerIT {
    private static final String NAME =
            "seedhouse-" + System.getProperty("seedhouse.version") + "-linux-x86_64";

    @TempDir Path folder;

    @Test
    void unlocksWithoutAnyJavaOnTheMachine() throws Exception {
        new Unlocking(folder).worksWith(Map.of("LC_ALL", "C.UTF-8"), program());
    }

    @Test
    void keepsNamesBeyondAsciiInAPosixLocale() throws Exception {
        new Unlocking(folder).worksWith(Map.of(), program());
    }

    private String program() throws Exception {
        ArchiveIT.unpack(NAME + ".tar.gz", folder);
        return folder.resolve(NAME + "/bin/seedhouse").toString();
    }
}
