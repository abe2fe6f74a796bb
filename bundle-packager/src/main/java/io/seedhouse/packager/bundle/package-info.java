/**
 * What a bundle is: where files lie in it ({@link io.seedhouse.packager.bundle.Access}), which
 * names they may have ({@link io.seedhouse.packager.bundle.FileNames}), the README that travels
 * with them and the torrent of it all ({@link io.seedhouse.packager.bundle.BundleTorrent}).
 */
@NullMarked
package io.seedhouse.packager.bundle;

import org.jspecify.annotations.NullMarked;
