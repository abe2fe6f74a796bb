/**
 * Bundles: the texts, the files, the tiers and the way from draft over sealing and sealed to
 * published. Prices live at the paygate; a tier here is one of its offers.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.bundle;
