/** What a bundle is: its layout, its names, its README and its torrent. */
@NullMarked
package io.seedhouse.packager.bundle;

import org.jspecify.annotations.NullMarked;
