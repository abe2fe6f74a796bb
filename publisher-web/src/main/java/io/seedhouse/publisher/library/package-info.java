/**
 * The buyer's library: all orders of an address, opened by a link in a mail to it.
 *
 * <p>A link lives half an hour and is redeemed once, by a button and never by following it: mail
 * servers follow links to look at them. Redeeming opens a session in that browser; what is copied
 * out of its address bar opens nothing elsewhere.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.library;
