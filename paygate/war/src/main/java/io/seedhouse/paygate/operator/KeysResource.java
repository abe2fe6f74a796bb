package io.seedhouse.paygate.operator;

import io.seedhouse.paygate.keyvault.Rotation;
import io.seedhouse.paygate.keyvault.Rotation.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The vault's keys: which there are, and the steps of a rotation. */
@RequestScoped
@OperatorsOnly
@Path("operator/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
    @Inject Rotation rotation;

    @GET
    public String status() {
        var keys = Json.createArrayBuilder();
        rotation.status()
                .forEach(key ->
                        keys.add(
                                Json.createObjectBuilder()
                                        .add("id", key.id())
                                        .add("state", key.state())
                                        .add("identities", key.identities())
                                        .add("inFile", key.inFile())));
        return Json.createObjectBuilder()
                .add("file", rotation.file().toString())
                .add("keys", keys)
                .build()
                .toString();
    }

    @POST
    @Path("prepare")
    public Response prepare() {
        return answer(rotation.prepare());
    }

    @POST
    @Path("rotate")
    public Response rotate() {
        return answer(rotation.rotate());
    }

    @POST
    @Path("finish")
    public Response finish() {
        return answer(rotation.finish());
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(String sentence) -> Answers.done(sentence);
            case Outcome.Refused(String sentence) -> Answers.refused(sentence);
        };
    }
}
