package io.seedhouse.it.rival;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves {@link RivalResource}. */
@ApplicationPath("rows")
public class RivalApplication extends Application {}
