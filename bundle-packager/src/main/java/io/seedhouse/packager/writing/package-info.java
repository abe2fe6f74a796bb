/** Writes torrents: hybrid (BEP 3, 47, 52) or, for old clients, version 1 alone (BEP 3). */
@NullMarked
package io.seedhouse.packager.writing;

import org.jspecify.annotations.NullMarked;
