/**
 * Everybody who left an address to a publisher, over all bundles. The paygate keeps the addresses
 * and what was agreed to; here they are read, taken along and forgotten.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.audience;
