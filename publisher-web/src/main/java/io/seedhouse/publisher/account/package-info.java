/**
 * Publishers: signing up, signing in, bearer tokens, and who is asking right now.
 *
 * <p>Passwords are kept as PBKDF2 hashes and tokens as SHA-256, so a copy of the database opens
 * nothing. Every way in is rate limited by the client's address.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.account;
