/** Addresses that people left to a publisher, and how they take them back. */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.contact;
