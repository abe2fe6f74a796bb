/** The cores of this machine, put to one long work. */
@NullMarked
package io.seedhouse.packager.cores;

import org.jspecify.annotations.NullMarked;
