package io.seedhouse.publisher.studio;

import org.jspecify.annotations.Nullable;

/** The form that opens an account. */
record SignUpView(String name, String email, @Nullable String refusal) {}
