/**
 * Requests to servers that strangers name. A name is resolved once, every address it has is
 * checked, and the connection goes to one of exactly these: what the name says a moment later
 * changes nothing (DNS rebinding). Nothing is followed, little is read, and all of it ends in time.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.outgoing;
