package io.seedhouse.publisher.visit;

/** What is counted. */
public enum Kind {
    /** A bundle's page was shown. */
    VIEW,
    /** The first view of somebody on this day. */
    VISIT,
    /** A view that a link on another site led to; the name is its host. */
    REFERRER,
    /** A visit; the name is its country in two letters. */
    COUNTRY,
    /** The torrent file was fetched. */
    TORRENT,
    /** The magnet link was fetched as text. */
    MAGNET
}
