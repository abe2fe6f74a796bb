/**
 * What the paygate asks of whoever takes the money, in words of our own: Stripe's types stop at the
 * package {@code stripe}, and this one has no idea of HTTP.
 */
package io.seedhouse.paygate.payment;
