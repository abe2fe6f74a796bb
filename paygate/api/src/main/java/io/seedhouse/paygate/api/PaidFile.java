package io.seedhouse.paygate.api;

import java.util.UUID;

/**
 * A paid file of a bundle, as an offer and a keyring name it.
 *
 * @param id the file's id in the bundle
 * @param name the name it was uploaded under, for people to read
 */
public record PaidFile(UUID id, String name) {}
