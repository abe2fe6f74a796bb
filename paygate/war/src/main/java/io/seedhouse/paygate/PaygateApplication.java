package io.seedhouse.paygate;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every address of this module is a JAX-RS resource, below its context root. */
@ApplicationPath("/")
public class PaygateApplication extends Application {}
