/**
 * Bencoding, strict and canonical (BEP 3): what is read and written back is the same bytes.
 *
 * <p>Being strict is what makes an infohash safe to compute from a parsed torrent: there is one
 * encoding of a value, so hashing the encoding of what was read is hashing what was there.
 */
@NullMarked
package io.seedhouse.packager.bencode;

import org.jspecify.annotations.NullMarked;
