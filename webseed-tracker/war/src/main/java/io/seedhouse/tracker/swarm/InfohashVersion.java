package io.seedhouse.tracker.swarm;

/** Which of a hybrid torrent's two infohashes an announce named. */
public enum InfohashVersion {
    V1,
    V2
}
