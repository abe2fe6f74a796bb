/**
 * Server-sent events: what changes in a bundle while its publisher looks at it. One round a second
 * compares what is with what was told, so no thread waits for a listener.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.event;
