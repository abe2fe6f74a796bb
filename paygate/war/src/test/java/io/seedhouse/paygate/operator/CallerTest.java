package io.seedhouse.paygate.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.seedhouse.paygate.home.PrivateFile;
import io.seedhouse.paygate.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerTest {
    private static final String HERE = "127.0.0.1";

    @TempDir Path home;
    private Path file = Path.of("");
    private String bearer = "";

    @BeforeEach
    void makeTheToken() throws IOException {
        file = home.resolve("keys").resolve("operator.token");
        OperatorToken.open(new PrivateFile(file));
        bearer = "Bearer " + Files.readString(file).strip();
    }

    /** 0 where it is let through. */
    private int status(Caller caller) {
        return caller.refusal(OperatorToken.open(new PrivateFile(file)))
                .map(Problem::status)
                .orElse(0);
    }

    @Test
    void isTheOperatorWithTheTokenOnThisMachine() {
        assertEquals(0, status(new Caller(HERE, HERE, false, bearer)));
        assertEquals(0, status(new Caller("::1", "::1", false, bearer)));
        assertEquals(0, status(new Caller("192.0.2.7", "192.0.2.7", false, bearer)));
    }

    @Test
    void findsNothingFromElsewhereEvenWithTheToken() {
        assertEquals(404, status(new Caller("192.0.2.8", "192.0.2.7", false, bearer)));
        assertEquals(404, status(new Caller(HERE, HERE, true, bearer)), "through a proxy");
    }

    @Test
    void isRefusedWithoutTheToken() {
        assertEquals(401, status(new Caller(HERE, HERE, false, null)));
        assertEquals(401, status(new Caller(HERE, HERE, false, "Bearer ")));
        assertEquals(401, status(new Caller(HERE, HERE, false, bearer + "x")));
        assertEquals(401, status(new Caller(HERE, HERE, false, "Basic " + bearer)));
    }

    @Test
    void keepsTheTokenToTheOwnerOfTheServerAndOutOfLogs() throws Exception {
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var token = bearer.substring(7);
        assertEquals(43, token.length());
        assertFalse(new Caller(HERE, HERE, false, bearer).toString().contains(token));
        assertFalse(OperatorToken.open(new PrivateFile(file)).toString().contains(token));
    }
}
