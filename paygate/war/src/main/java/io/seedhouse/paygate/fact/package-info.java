/**
 * What has happened to orders: recorded in the transaction that makes it true, passed on to
 * publishers' own programs, and kept as evidence.
 */
package io.seedhouse.paygate.fact;
