/**
 * Closing an account: what it would do, said first; doing it; and taking one's data along.
 *
 * <p>What buyers have stays theirs: orders, keys and libraries live in the paygate and do not know
 * accounts.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.closing;
