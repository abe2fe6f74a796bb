package io.seedhouse.paygate.operator;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what {@link OperatorGuard} stands before. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface OperatorsOnly {}
