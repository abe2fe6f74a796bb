/** A bundle: sealing its files, making its torrent, unlocking and verifying what was downloaded. */
@NullMarked
package io.seedhouse.packager.bundle;

import org.jspecify.annotations.NullMarked;
