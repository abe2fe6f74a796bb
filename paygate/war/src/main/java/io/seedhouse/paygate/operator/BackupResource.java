package io.seedhouse.paygate.operator;

import io.seedhouse.paygate.backup.Backup;
import io.seedhouse.paygate.backup.BackupFailed;
import io.seedhouse.paygate.backup.Restore;
import io.seedhouse.paygate.keyvault.Rotation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;

/** Backups in files of this machine. */
@RequestScoped
@OperatorsOnly
@Path("operator")
public class BackupResource {
    @Inject Backup backup;
    @Inject Restore restore;
    @Inject Rotation rotation;
    @Inject OperatorDesk desk;

    @POST
    @Path("backup")
    public Response backup(@FormParam("file") @Nullable String name) {
        try {
            var file = name == null ? desk.backup() : java.nio.file.Path.of(name);
            if (!file.isAbsolute()) {
                return Answers.refused("Give the whole path of the backup, from the root.");
            }
            long rows = backup.write(file);
            return Answers.done(
                    "%d rows are in %s; keep apart from it the key file %s, without which it opens no film, and the folders content and torrents."
                            .formatted(rows, file, rotation.file()));
        } catch (BackupFailed | IOException | InvalidPathException e) {
            return Answers.refused(String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("restore")
    public Response restore(@FormParam("file") @Nullable String name) {
        if (name == null) {
            return Answers.refused("Name the backup to restore.");
        }
        try {
            restore.from(java.nio.file.Path.of(name));
            return Answers.done(
                    "The backup is restored and the key file opens it: stop the server now, put the folders content and torrents in place, and start it again.");
        } catch (BackupFailed | InvalidPathException e) {
            return Answers.refused(String.valueOf(e.getMessage()));
        }
    }
}
