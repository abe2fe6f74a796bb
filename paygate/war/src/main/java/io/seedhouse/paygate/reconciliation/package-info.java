/**
 * Makes good what was cut off: whatever a crash, a lost message or an absent Stripe left half done
 * is found by looking at the rows, and brought to its end by the same steps as ever.
 */
package io.seedhouse.paygate.reconciliation;
