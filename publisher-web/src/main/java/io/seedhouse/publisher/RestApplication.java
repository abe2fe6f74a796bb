package io.seedhouse.publisher;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** One JAX-RS application for the pages and, below {@code /api/v1}, the REST API. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Seedhouse",
                        version = "1",
                        description =
                                "Publish films over BitTorrent and sell the keys that open them."))
public class RestApplication extends Application {}
