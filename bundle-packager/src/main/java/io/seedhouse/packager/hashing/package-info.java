/**
 * What a torrent knows of a file's content: SHA-1 of its pieces (BEP 3) and the SHA-256 tree over
 * its leaves of 16 KiB (BEP 52). {@link io.seedhouse.packager.hashing.PieceDigest} computes both
 * for one piece, {@link io.seedhouse.packager.hashing.FileHasher} gathers them for a file.
 */
@NullMarked
package io.seedhouse.packager.hashing;

import org.jspecify.annotations.NullMarked;
