package io.seedhouse.tracker.statistics;

/** The doors by which clients come. */
public enum Transport {
    HTTP,
    UDP,
    WEBSOCKET
}
