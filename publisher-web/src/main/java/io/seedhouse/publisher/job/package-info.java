/**
 * Work on the files of a draft that takes a while: remuxing, posters, teasers, subtitles. Rows in a
 * table wait; a worker on any node takes them one after another. What a killed server left behind
 * is begun again when its lease has run out (ADR 30).
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.job;
