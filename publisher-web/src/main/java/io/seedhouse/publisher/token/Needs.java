package io.seedhouse.publisher.token;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a token needs for a call of the API: one of these scopes; none in particular where none is
 * named. Every call says this or that it is for everybody ({@code PermitAll}); a token opens no
 * call that says neither.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
    Scope[] value() default {};
}
