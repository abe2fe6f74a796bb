package io.seedhouse.packager.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.packager.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive and the jar, in the environments in which people start them. */
class ArchiveIT {
    private static final String NAME = "seedhouse-" + System.getProperty("seedhouse.version");
    private static final Map<String, String> POSIX = Map.of("LC_ALL", "C");

    @TempDir Path folder;

    private Path script;
    private String tools;

    @BeforeEach
    void unpack() throws Exception {
        script = unpack(NAME + ".tar.gz", folder).resolve(NAME + "/bin/seedhouse");
        // What the script itself needs and no Java.
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : List.of("sh", "sed", "dirname", "readlink")) {
            Path program =
                    Files.writeString(
                            programs.resolve(name), "#!/bin/sh\nexec " + found(name) + " \"$@\"\n");
            assertTrue(program.toFile().setExecutable(true));
        }
        tools = programs.toString();
    }

    @Test
    void theScriptUnlocksWithAJavaThatIsNotOnThePath() throws Exception {
        var environment = Map.of("PATH", tools, "JAVA_HOME", System.getProperty("java.home"));
        new Unlocking(folder).worksWith(environment, script.toString());
    }

    @Test
    void theScriptIsFoundThroughALinkAndFindsJavaThroughOne() throws Exception {
        Path java = Files.createSymbolicLink(Path.of(tools, "java"), Program.java());
        Path link = Files.createSymbolicLink(folder.resolve("seedhouse"), script);
        new Unlocking(folder).worksWith(Map.of("PATH", tools), link.toString());
        Files.delete(java);
    }

    @Test
    void theJarKeepsArgumentsBeyondAsciiInAPosixLocale() throws Exception {
        new Unlocking(folder)
                .worksWith(POSIX, Program.java().toString(), "-jar", Program.jar().toString());
    }

    @Test
    void theScriptPassesOnTheExitStatus() throws Exception {
        var environment = Map.of("PATH", tools, "JAVA_HOME", System.getProperty("java.home"));
        Program program = Program.run(environment, List.of(script.toString(), "nonsense"));
        assertEquals(2, program.status());
        assertEquals(1, program.errors().lines().count(), program.errors());
    }

    @Test
    void theZipHoldsTheSame() throws IOException {
        try (ZipFile zip = new ZipFile(Program.target(NAME + ".zip").toFile())) {
            for (String name :
                    List.of(
                            "bin/seedhouse",
                            "bin/seedhouse.cmd",
                            "lib/seedhouse.jar",
                            "lib/jvm.options",
                            "README.txt",
                            "LICENSE")) {
                assertTrue(zip.getEntry(NAME + "/" + name) != null, name);
            }
        }
    }

    /** Unpacks an archive of the build. */
    static Path unpack(String archive, Path into) throws IOException, InterruptedException {
        List<String> tar =
                List.of("tar", "xzf", Program.target(archive).toString(), "-C", into.toString());
        Program program = Program.run(Map.of("PATH", System.getenv("PATH")), tar);
        assertEquals(0, program.status(), program.errors());
        return into;
    }

    private static Path found(String program) {
        return List.of(Path.of("/bin", program), Path.of("/usr/bin", program)).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
