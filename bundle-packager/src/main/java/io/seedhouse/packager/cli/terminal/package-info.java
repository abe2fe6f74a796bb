/** What the command line shows a person: progress, faults, and texts that are safe to show. */
@NullMarked
package io.seedhouse.packager.cli.terminal;

import org.jspecify.annotations.NullMarked;
