/**
 * Torrents: the hashes of a file and the metainfo made of them, v1 and v2 in one (BEP 3, 47, 52).
 */
@NullMarked
package io.seedhouse.packager.metainfo;

import org.jspecify.annotations.NullMarked;
