/**
 * What a visitor sees and does: the shelf of published bundles, a bundle's page, buying, and the
 * page of an order.
 *
 * <p>A visitor needs no account. The browser that begins a checkout is given the order's token in a
 * cookie that goes nowhere but to this order; the token is never in an address or a page.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.storefront;
