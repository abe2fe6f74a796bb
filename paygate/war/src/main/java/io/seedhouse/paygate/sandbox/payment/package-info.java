/**
 * What becomes of the money: a payment intent with its one charge, authorised, captured, on its
 * way, refunded. Which way a payment goes is decided by the test card or account it was made with.
 */
package io.seedhouse.paygate.sandbox.payment;
