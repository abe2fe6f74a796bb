/** The age v1 file format (C2SP age) with X25519 recipients: identities, keyrings, chunks. */
@NullMarked
package io.seedhouse.packager.encryption;

import org.jspecify.annotations.NullMarked;
