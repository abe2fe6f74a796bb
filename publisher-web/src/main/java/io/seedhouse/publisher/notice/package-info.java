/**
 * What owners of accounts are told by mail, and the links in it.
 *
 * <p>An outbox like the paygate's: a notice is a row of the transaction that makes it true, and is
 * sent at least once, always with the same Message-ID. A link lives half an hour and is redeemed
 * once, by a button; its token is known by its SHA-256 alone.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.notice;
