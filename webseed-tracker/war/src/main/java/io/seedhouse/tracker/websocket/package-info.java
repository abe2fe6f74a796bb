/**
 * Signalling for peers in browsers, as WebTorrent's trackers speak it: JSON in WebSocket messages
 * (RFC 6455). A browser can only be reached over WebRTC, so a tracker has no address to tell; it
 * carries one peer's offers to others of the same torrent and their answers back, and nothing else.
 *
 * <p>All messages of a connection are taken on the I/O thread it belongs to, which never waits. A
 * pool's peers are guarded by the pool; what goes out is handed to the other connection's thread.
 */
@NullMarked
package io.seedhouse.tracker.websocket;

import org.jspecify.annotations.NullMarked;
