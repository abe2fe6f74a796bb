/**
 * Browsers in which a publisher is signed in.
 *
 * <p>A session is a row and a cookie: the cookie has 256 random bits, the row their SHA-256. It
 * survives a restart of the server, is seen and ended from any other browser of its owner, and ends
 * by itself when it is not used or has grown old. Every sign-in makes a new one and ends the one
 * the browser had, so that a cookie planted before is worth nothing.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.session;
