/**
 * Files that their publisher seals at home. A recipient is issued for a file before there is one;
 * what arrives is examined by the paygate when it is complete. No clear copy and no identity ever
 * passes through here.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.recipient;
