/**
 * Addresses that visitors left to a publisher in exchange for a tier, with the words they agreed
 * to. Every order that leaves one is a row of its own, so nobody waits for anybody else and every
 * consent stays provable. Whoever unsubscribes stays on the list, as somebody who left: that is the
 * proof that nothing may be sent to them.
 */
package io.seedhouse.paygate.contact;
