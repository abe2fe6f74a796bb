/**
 * Checks files on disk against a torrent of any version, and computes the v1 pieces of finished
 * files, which is the same work. {@link io.seedhouse.packager.verifying.Verifier} is the way in.
 */
@NullMarked
package io.seedhouse.packager.verifying;

import org.jspecify.annotations.NullMarked;
