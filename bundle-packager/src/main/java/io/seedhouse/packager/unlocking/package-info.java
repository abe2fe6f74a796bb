/** Unlocking what a keyring opens. */
@NullMarked
package io.seedhouse.packager.unlocking;

import org.jspecify.annotations.NullMarked;
