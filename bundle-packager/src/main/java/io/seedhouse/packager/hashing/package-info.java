/**
 * What a torrent knows of a file's content: SHA-1 of its pieces and the SHA-256 tree over its 16
 * KiB leaves (BEP 3, BEP 52).
 */
@NullMarked
package io.seedhouse.packager.hashing;

import org.jspecify.annotations.NullMarked;
