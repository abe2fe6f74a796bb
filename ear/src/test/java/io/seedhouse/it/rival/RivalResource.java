package io.seedhouse.it.rival;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The least that could be asked of a resource that answers from a database and leaves a trace: one
 * SELECT by primary key and one INSERT, in one transaction, without a mapper between.
 */
@RequestScoped
@Path("{id}")
public class RivalResource {
    @Resource(lookup = "java:jboss/datasources/SeedhouseDS")
    DataSource database;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Transactional
    public String row(@PathParam("id") UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select text from rival where id = ?");
                var insert =
                        connection.prepareStatement(
                                "insert into rival_trace (id, rival, at) values (?, ?, ?)")) {
            select.setObject(1, id);
            String text;
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new NotFoundException();
                }
                text = rows.getString(1);
            }
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, id);
            insert.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
            return text;
        }
    }
}
