/**
 * The tracker over UDP (BEP 15, BEP 41): one thread reads datagrams in batches, answers each in
 * place and sends the answers in batches. On Linux that takes two system calls for up to 64
 * requests; elsewhere, or when native calls are not to be had, a {@link
 * java.nio.channels.DatagramChannel} does the same one by one.
 */
@NullMarked
package io.seedhouse.tracker.udp;

import org.jspecify.annotations.NullMarked;
