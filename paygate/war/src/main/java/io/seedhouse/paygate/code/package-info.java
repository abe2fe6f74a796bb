/**
 * Discount codes: made by publishers, used up by checkouts. How often a code may still be used is
 * decided by one conditional update, so of any number of buyers at once exactly as many get it as
 * it has uses.
 *
 * <p>Codes are kept in clear: their publisher has to read them again to hand them out, and what one
 * opens is a discount, not a film.
 */
package io.seedhouse.paygate.code;
