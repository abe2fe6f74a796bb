/**
 * Addresses that visitors left for a free tier: for their publisher, and how they take them back.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.contact;
