/**
 * What the delivery of keyrings is measured against; runs inside the server, in a WAR of its own.
 */
@NullMarked
package io.seedhouse.it.rival;

import org.jspecify.annotations.NullMarked;
