/** The command line {@code seedhouse}. */
@NullMarked
package io.seedhouse.packager.cli;

import org.jspecify.annotations.NullMarked;
