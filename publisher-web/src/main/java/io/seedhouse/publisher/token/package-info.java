/**
 * Bearer tokens of publishers' programs, and what each may do.
 *
 * <p>A token is 256 random bits, kept as its SHA-256. It opens the calls of its {@link
 * io.seedhouse.publisher.token.Scope scopes} and nothing else: neither pages nor the account
 * itself.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.token;
