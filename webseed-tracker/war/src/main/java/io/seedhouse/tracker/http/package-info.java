/**
 * The HTTP edge: raw Undertow handlers in front of this WAR's servlets, because an announce is a
 * hundred bytes and a web seed a file, and servlets would cost more than the work itself.
 */
@NullMarked
package io.seedhouse.tracker.http;

import org.jspecify.annotations.NullMarked;
