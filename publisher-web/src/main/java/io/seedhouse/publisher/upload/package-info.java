/**
 * Uploads by the tus protocol, version 1.0.0, with its extensions creation, termination and
 * expiration (https://tus.io/protocols/resumable-upload).
 *
 * <p>The offset of an upload is the length of its data file and is kept nowhere else, so a broken
 * connection or a killed server loses no byte that was written.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.upload;
