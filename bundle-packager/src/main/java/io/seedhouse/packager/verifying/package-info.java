/** Checking what was downloaded against its torrent. */
@NullMarked
package io.seedhouse.packager.verifying;

import org.jspecify.annotations.NullMarked;
