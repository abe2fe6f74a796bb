/**
 * Where a publisher works: opening an account, signing in, and one page for each bundle with its
 * words, files, tiers, sealing and publishing.
 *
 * <p>Everything is a plain form that works without scripts, except uploading: a film needs an
 * upload that survives a broken connection. A refused form comes back with what was typed and one
 * sentence on what to do.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.studio;
