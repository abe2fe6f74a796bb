/**
 * The swarms, in memory and without sockets: who announced what, when, and who is told of whom.
 *
 * <p>A hybrid torrent has two infohashes and one swarm. A peer is its address and port and counts
 * once, even though clients announce each infohash separately; but whoever announces one infohash
 * is told only of peers that announced the same, because clients dial with the infohash they asked
 * about.
 */
@NullMarked
package io.seedhouse.tracker.swarm;

import org.jspecify.annotations.NullMarked;
