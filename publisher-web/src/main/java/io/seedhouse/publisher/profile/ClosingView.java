package io.seedhouse.publisher.profile;

import io.seedhouse.publisher.closing.Reckoning;
import org.jspecify.annotations.Nullable;

/**
 * What closing an account would do, and the form that does it.
 *
 * @param name to be typed
 */
record ClosingView(Reckoning reckoning, String name, @Nullable String refusal) {}
