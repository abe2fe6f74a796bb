/**
 * Sealing the files of a bundle. {@link io.seedhouse.packager.sealing.FileSealer} reads, encrypts,
 * hashes and writes in one pass on all cores, or hashes alone what travels in the clear; what it
 * answers, {@link io.seedhouse.packager.sealing.SealedFile}, is what a torrent is made of and can
 * be kept in a file, so that a crash costs no second reading.
 */
@NullMarked
package io.seedhouse.packager.sealing;

import org.jspecify.annotations.NullMarked;
