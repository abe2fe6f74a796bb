package io.seedhouse.packager.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorCommandTest {
    private static final String TOKEN = "dG9rZW4tb2YtdGhlLW9wZXJhdG9y";

    @TempDir Path home;
    private final List<String> calls = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"sentence\":\"It is done.\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/operator.token"), TOKEN + "\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + body);
        boolean known =
                ("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(known ? status : 401, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private CommandRun run(String... command) {
        return runAt(address(), command);
    }

    private CommandRun runAt(String at, String... command) {
        var line = new ArrayList<String>(List.of("operator"));
        line.addAll(List.of(command));
        line.addAll(List.of("--home", home.toString(), "--server", at));
        CommandRun run = CommandRun.of(line);
        assertFalse((run.out() + run.err()).contains(TOKEN), "the token is told to nobody");
        return run;
    }

    @Test
    void asksTheServerOfThisHomeAndSaysWhatItAnswers() {
        List.of("backup", "rotate-keys", "finish-rotation")
                .forEach(command -> {
                    CommandRun run = run(command);
                    run.succeeds();
                    assertEquals("It is done.\n", run.out());
                });
        run("rotate-keys", "--prepare").succeeds();
        run("backup", "/a b.zip").succeeds();
        run("restore", "/a+b.zip").succeeds();
        assertEquals(
                List.of(
                        "POST /paygate/operator/backup ",
                        "POST /paygate/operator/keys/rotate ",
                        "POST /paygate/operator/keys/finish ",
                        "POST /paygate/operator/keys/prepare ",
                        "POST /paygate/operator/backup file=%2Fa+b.zip",
                        "POST /paygate/operator/restore file=%2Fa%2Bb.zip"),
                calls);
    }

    @Test
    void listsTheKeys() {
        answer =
                "{\"file\":\"/home/keys/vault.json\",\"keys\":[{\"id\":\"7\",\"state\":\"seals\",\"identities\":3,\"inFile\":true}]}";
        CommandRun run = run("key-status");
        run.succeeds();
        assertEquals(
                "key file: /home/keys/vault.json\nkey 7: seals, 3 identities, in the key file\n",
                run.out());
    }

    @Test
    void saysInOneLineWhyTheServerRefuses() {
        status = 409;
        answer = "{\"detail\":\"3 identities still need the old key: rotate the keys again.\"}";
        run("finish-rotation").faults(1, "3 identities still need the old key");
        answer = "<html>";
        run("finish-rotation").faults(1, "does not answer as a Seedhouse server does");
        status = 200;
        answer = "{}";
        run("backup").faults(1, "does not answer as a Seedhouse server does");
        run("key-status").faults(1, "does not answer as a Seedhouse server does");
        status = 404;
        run("backup").faults(1, "has no door for operators");
    }

    @Test
    void saysInOneLineWhatIsMissingHere() throws IOException {
        runAt("http://127.0.0.1:9", "backup").faults(1, "no server answers at 127.0.0.1:9");
        runAt("http://192.0.2.1:8080", "backup").faults(1, "is not on this machine");
        runAt("nonsense", "backup").faults(1, "is not on this machine");
        Files.writeString(home.resolve("keys/operator.token"), "another");
        run("backup").faults(1, "does not take the token of this home");
        Files.delete(home.resolve("keys/operator.token"));
        run("backup").faults(1, "operator.token cannot be read");
        run("restore").faults(2, "FILE");
        assertEquals(1, calls.size(), "the token went nowhere else");
    }
}
