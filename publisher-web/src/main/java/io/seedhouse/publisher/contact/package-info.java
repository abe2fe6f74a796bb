/** Addresses that visitors left for a free tier, for the publisher they left them to. */
package io.seedhouse.publisher.contact;
