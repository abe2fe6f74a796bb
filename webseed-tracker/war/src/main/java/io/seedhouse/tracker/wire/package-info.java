/**
 * What clients and tracker say to each other over HTTP, as records and codecs without any I/O: the
 * announce of BEP 3, compact peers of BEP 23 and BEP 7, the scrape of BEP 48.
 *
 * <p>Byte strings are kept as Latin-1 strings, one character for each byte: they compare, hash and
 * print like any other value.
 */
@NullMarked
package io.seedhouse.tracker.wire;

import org.jspecify.annotations.NullMarked;
