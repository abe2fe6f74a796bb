package io.seedhouse.paygate.entitlement;

import io.seedhouse.paygate.api.PaidFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file whose identity an order may fetch.
 *
 * @param bundleId the bundle that holds it: the one that was bought, or a later version
 * @param folder what the bundle's torrent is called; null while the bundle was never on sale
 */
public record Granted(UUID bundleId, @Nullable String folder, PaidFile file) {}
