package io.seedhouse.publisher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
    @TempDir Path home;

    @Test
    void keepsOneRandomPasswordThatOnlyTheOwnerReads() throws IOException {
        Path file = home.resolve("keys/demo-password");
        String password = new PasswordFile(file).read();
        assertTrue(password.matches("[A-Za-z0-9_-]{20}"), "20 characters of base64url");
        assertEquals(password, new PasswordFile(file).read());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void makesADifferentOneForEveryPlatform() {
        String here = new PasswordFile(home.resolve("a/demo-password")).read();
        String there = new PasswordFile(home.resolve("b/demo-password")).read();
        assertTrue(!here.equals(there));
    }
}
