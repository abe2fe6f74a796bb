/**
 * What other modules may ask of the paygate: put a tier on sale, begin a checkout, look an order up
 * with its token, give money back, pass on what has happened to orders, have a recipient to encrypt
 * a paid file to, and have a file examined that was encrypted to it.
 *
 * <p>Nothing here ever hands out an identity (the secret half of a recipient): keyrings leave the
 * platform only through the paygate's own address. A business refusal is a sealed return type that
 * names the reason; a caller's mistake is an exception.
 */
package io.seedhouse.paygate.api;
