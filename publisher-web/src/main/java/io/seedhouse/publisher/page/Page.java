package io.seedhouse.publisher.page;

import jakarta.ws.rs.core.Response;

/**
 * A template and what it shows; answered by a resource like any other entity.
 *
 * @param template path below {@code src/main/jte}
 * @param view the template's only parameter
 */
public record Page(String template, Object view) {

    /** This page with a status of its own, for refusals that show the form again. */
    public Response as(int status) {
        return Response.status(status).entity(this).build();
    }
}
