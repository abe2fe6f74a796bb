package io.seedhouse.paygate.entitlement;

import java.time.Instant;

/** A file that an order is entitled to and whose identity may not leave before {@code opens}. */
public record Later(Granted granted, Instant opens) {}
