/**
 * Torrents, read and checked: version 1 (BEP 3, 47), version 2 (BEP 52) and both in one.
 *
 * <p>{@link io.seedhouse.packager.metainfo.Metainfo#read} is the way in. What it returns is sound:
 * paths stay inside the folder, counts and lengths agree, and the two halves of a hybrid torrent
 * describe the same files. What it refuses, it refuses with one sentence that names the place.
 * Memory and time stay in proportion to the bytes read, whatever the bytes claim.
 */
@NullMarked
package io.seedhouse.packager.metainfo;

import org.jspecify.annotations.NullMarked;
