/**
 * Gifts: one order is paid, and another, of the person who redeems it, opens the files. A gift's
 * token works once; until it did, the giver can have new ones.
 */
package io.seedhouse.paygate.gift;
