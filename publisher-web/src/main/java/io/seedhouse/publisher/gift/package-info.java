/** Gifts, as the person they are for takes them. */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.gift;
