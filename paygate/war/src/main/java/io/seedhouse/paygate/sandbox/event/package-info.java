/**
 * The events: each is a row that says what happened and how far its delivery has come. They are
 * signed and posted to the shop's webhook, tried again with growing waits, and can be held back,
 * mixed up and sent twice for tests.
 */
package io.seedhouse.paygate.sandbox.event;
