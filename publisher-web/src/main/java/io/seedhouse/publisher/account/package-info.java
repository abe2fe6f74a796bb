/**
 * Publishers: signing up, signing in, what changes an account, and who is asking right now.
 *
 * <p>Passwords are kept as PBKDF2 hashes and tokens as SHA-256, so a copy of the database opens
 * nothing. Every way in is rate limited by the client's address. What changes an account needs a
 * session or a link in a mail, never a token.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.account;
