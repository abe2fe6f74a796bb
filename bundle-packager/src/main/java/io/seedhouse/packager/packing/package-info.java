/**
 * Packing files into a bundle on disk: what may go in, the unfinished work and how it goes on after
 * an interruption. {@link io.seedhouse.packager.packing.Packer} is the way in.
 */
@NullMarked
package io.seedhouse.packager.packing;

import org.jspecify.annotations.NullMarked;
