/**
 * The tracker's own BitTorrent peer, which has no film and hands out metadata only: a magnet link
 * names a torrent but holds none of it, and clients can get the info dictionary from peers alone.
 * This one is in the list of every admitted torrent, so a magnet link resolves when nobody else is
 * there; the client then goes on with the web seeds. It speaks the handshake (BEP 3), the extension
 * protocol (BEP 10) and the exchange of metadata (BEP 9), and nothing more.
 *
 * <p>One thread serves all connections: what is said is a few hundred bytes, answers come from
 * memory, and a connection that waits costs its buffer of four KiB and no stack. See
 * docs/protocol/metadata-peer.md.
 */
@NullMarked
package io.seedhouse.tracker.peer;

import org.jspecify.annotations.NullMarked;
