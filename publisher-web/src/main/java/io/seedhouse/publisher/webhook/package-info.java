/**
 * Webhooks as publishers see them: where their programs want to be told of what, the secrets by
 * which those programs know us, and what became of each delivery. Sending is elsewhere.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.webhook;
