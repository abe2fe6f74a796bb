/**
 * Sealing: a batch job (Jakarta Batch) that encrypts the paid files of a bundle, makes its torrent,
 * moves the whole in place and admits it at the tracker.
 *
 * <p>Each step can be repeated: what a killed server left half done is done again, what is finished
 * is found finished. Nothing secret passes through here, only recipients.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.sealing;
