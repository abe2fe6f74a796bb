/**
 * Makes the bundled ffmpeg run on a bare machine. Run from source by the build, so it has no
 * dependency.
 */
package io.seedhouse.ffmpeg;
