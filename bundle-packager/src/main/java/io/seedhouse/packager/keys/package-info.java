/**
 * Age keys of the X25519 kind and their texts: an {@link io.seedhouse.packager.keys.Identity} opens
 * what is encrypted to its {@link io.seedhouse.packager.keys.Recipient}, and a {@link
 * io.seedhouse.packager.keys.Keyring} is a file of identities. What is encrypted to them lies in
 * {@code encryption}.
 */
@NullMarked
package io.seedhouse.packager.keys;

import org.jspecify.annotations.NullMarked;
