/** Sealing the files of a bundle: read, encrypt, hash and write in one pass on all cores. */
@NullMarked
package io.seedhouse.packager.sealing;

import org.jspecify.annotations.NullMarked;
