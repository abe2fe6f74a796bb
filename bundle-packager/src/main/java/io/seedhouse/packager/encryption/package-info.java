/**
 * The age v1 file format (C2SP age): a header that wraps the file key for each recipient, then
 * encrypted chunks. {@link io.seedhouse.packager.encryption.AgeFile} reads anywhere in a file,
 * {@link io.seedhouse.packager.encryption.AgeReader} a stream; {@link
 * io.seedhouse.packager.encryption.AgeHeader} and {@link
 * io.seedhouse.packager.encryption.ChunkCipher} are what a writer needs. The identities and
 * recipients lie in {@code keys}.
 */
@NullMarked
package io.seedhouse.packager.encryption;

import org.jspecify.annotations.NullMarked;
