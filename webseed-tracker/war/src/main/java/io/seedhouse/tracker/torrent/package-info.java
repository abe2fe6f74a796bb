/**
 * The admitted torrents: a table that lasts and an index in memory that every announce and every
 * web seed request consults. The index is filled from the table at start-up and follows it only
 * after a commit, so a torrent of a transaction that failed was never served.
 */
@NullMarked
package io.seedhouse.tracker.torrent;

import org.jspecify.annotations.NullMarked;
