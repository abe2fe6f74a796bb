package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.seedhouse.packager.keys.Identity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PublishCommandTest {
    private static final String NOBODY = "http://127.0.0.1:9";

    @TempDir Path folder;
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "http://films.example.org,use https",
        "ftp://films.example.org,no http or https",
        "films.example.org,no http or https",
        "https://films.example.org/studio,without a path"
    })
    void refusesAServerThatIsNoneOrThatWouldLeakThePassword(String server, String words)
            throws Exception {
        assertEquals(2, publish(server, "--free", film().toString()));
        assertSaid(words);
    }

    @Test
    void refusesOptionsThatMeanNothing() throws Exception {
        assertEquals(2, publish(NOBODY));
        assertSaid("nothing to publish");
        assertEquals(2, publish(NOBODY, "--free", film().toString(), "--format", "v2"));
        assertSaid("neither hybrid nor v1");
        assertEquals(2, publish(NOBODY, "--free", film().toString(), "--tier", "film"));
        assertSaid("no tier");
    }

    @Test
    void namesAFileThatIsMissingOrAFolder() throws Exception {
        assertEquals(1, publish(NOBODY, "--free", folder.resolve("none.mp4").toString()));
        assertSaid("none.mp4 does not exist");
        assertEquals(1, publish(NOBODY, "--free", folder.toString()));
        assertSaid("is no file");
    }

    @Test
    void neverUploadsKeys() throws Exception {
        Path keys = folder.resolve("keys.txt");
        Files.writeString(keys, Identity.generate().secret() + "\n");
        assertEquals(1, publish(NOBODY, "--paid", keys.toString()));
        assertSaid("holds age identities");
    }

    @Test
    void saysInOneLineThatNobodyAnswersAndNeverThePassword() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "Sesame-open\n");
        assertEquals(
                1,
                publish(
                        NOBODY,
                        "--free",
                        film().toString(),
                        "--password-file",
                        password.toString()));
        assertSaid("no server answers at 127.0.0.1:9");
        assertFalse(errors.toString().contains("Sesame"));
    }

    @Test
    void refusesAnEmptyPasswordFile() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "\n");
        int status =
                publish(
                        NOBODY,
                        "--free",
                        film().toString(),
                        "--password-file",
                        password.toString());
        assertEquals(1, status);
        assertSaid("holds no password");
    }

    @Test
    void saysInOneLineThatAServerIsNoneOfOurs() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "Sesame-open\n");
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    byte[] page = "<html>\nwelcome\n</html>".getBytes(StandardCharsets.UTF_8);
                    call.sendResponseHeaders(200, page.length);
                    call.getResponseBody().write(page);
                    call.close();
                });
        server.start();
        String address = "127.0.0.1:" + server.getAddress().getPort();
        try {
            assertEquals(
                    1,
                    publish(
                            "http://" + address,
                            "--free",
                            film().toString(),
                            "--password-file",
                            password.toString()));
        } finally {
            server.stop(0);
        }
        assertSaid(address + " did not answer as a Seedhouse server does: its answer to");
    }

    private Path film() throws Exception {
        return Files.write(folder.resolve("film.mp4"), new byte[10]);
    }

    private int publish(String server, String... more) {
        errors.getBuffer().setLength(0);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "publish",
                                "--server",
                                server,
                                "--email",
                                "ann@example.org",
                                "--title",
                                "Tide"));
        arguments.addAll(List.of(more));
        CommandLine command = Seedhouse.commandLine();
        command.setErr(new PrintWriter(errors, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    private void assertSaid(String words) {
        String said = errors.toString();
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(said.contains(words), said);
    }
}
