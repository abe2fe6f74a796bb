/**
 * What an uploaded file is: container, codecs, length, sound, subtitles, and whether it plays in
 * browsers. ffprobe looks at each in the background once all of it has arrived.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.film;
