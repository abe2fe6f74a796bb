/**
 * The language of whoever reads: chosen per request, and the words, numbers and dates in it.
 *
 * <p>Words live in message bundles beside this package, one file per feature and language, and are
 * found by {@link Say}. A request's language is bound to its thread by {@link LanguageFilter};
 * where none is bound, as in background work, English is spoken.
 */
@NullMarked
package io.seedhouse.publisher.language;

import org.jspecify.annotations.NullMarked;
