/** ChaCha20-Poly1305 (RFC 8439), by whichever implementation of the machine is the fastest. */
@NullMarked
package io.seedhouse.packager.aead;

import org.jspecify.annotations.NullMarked;
