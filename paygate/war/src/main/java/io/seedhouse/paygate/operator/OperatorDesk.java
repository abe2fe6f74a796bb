package io.seedhouse.paygate.operator;

import io.seedhouse.paygate.home.PrivateFile;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What lies in the home for the operator: the token, and the folder of backups. */
@ApplicationScoped
class OperatorDesk {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'seedhouse-'yyyyMMdd'T'HHmmss'Z.zip'")
                    .withZone(ZoneOffset.UTC);

    @Inject Clock clock;

    @Inject
    @ConfigProperty(name = "seedhouse.home")
    Path home;

    private @Nullable OperatorToken token;

    @PostConstruct
    void open() {
        token = OperatorToken.open(new PrivateFile(home.resolve("keys").resolve("operator.token")));
    }

    OperatorToken token() {
        if (token == null) {
            throw new IllegalStateException("the operator's desk is not open");
        }
        return token;
    }

    /** Where a backup goes that nobody gave a place. */
    Path backup() throws IOException {
        var folder = home.resolve("backups").toAbsolutePath();
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return folder.resolve(NAME.format(clock.instant()));
    }
}
