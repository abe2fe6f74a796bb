/**
 * What ffmpeg makes of a film: a lossless copy that starts at once, pictures, teasers, subtitles.
 * Each is made in a folder of its own from a source that is only read; who keeps the result is not
 * decided here.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.cutting;
