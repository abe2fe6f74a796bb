/**
 * Running the bundled ffmpeg and ffprobe on files of strangers: without a shell, in an empty
 * environment, with formats that open no other file, and with limits on time, memory and output.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.ffmpeg;
