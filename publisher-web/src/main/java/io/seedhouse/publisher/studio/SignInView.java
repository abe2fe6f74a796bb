package io.seedhouse.publisher.studio;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in form.
 *
 * @param next where to go afterwards
 */
record SignInView(String email, String next, @Nullable String refusal) {}
