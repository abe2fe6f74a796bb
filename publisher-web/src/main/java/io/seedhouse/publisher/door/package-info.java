/**
 * What a request passes before it reaches a resource: a body that would fill the memory and a form
 * of another site are turned away, and the client's address is told.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.door;
