/**
 * Unlocking what a keyring opens. {@link io.seedhouse.packager.unlocking.Unlocker} takes files and
 * folders, checks before it writes, gives a file its name only when all of it is authentic, and
 * goes on after an interruption.
 */
@NullMarked
package io.seedhouse.packager.unlocking;

import org.jspecify.annotations.NullMarked;
