/**
 * A bundle on its publisher's desk: one page from the first file to the premiere, which saves
 * itself. All of it works as plain forms; scripts send the same forms as people type.
 */
@NullMarked
package io.seedhouse.publisher.editor;

import org.jspecify.annotations.NullMarked;
