/**
 * Discount codes as publishers make and hand them out: over REST, as a table, and in the studio.
 */
package io.seedhouse.publisher.code;
