/**
 * What the operator asks of a running server on the same machine: backups and the vault's keys. The
 * server's own door decides; these commands bring it the token that lies in its home.
 */
@NullMarked
package io.seedhouse.packager.cli.operator;

import org.jspecify.annotations.NullMarked;
