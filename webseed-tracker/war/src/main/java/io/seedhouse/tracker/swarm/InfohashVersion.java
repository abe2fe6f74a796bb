package io.seedhouse.tracker.swarm;

import java.util.List;

/** Which of a hybrid torrent's two infohashes an announce named. */
public enum InfohashVersion {
    V1,
    V2;

    /** Both, without the copy that {@code values()} makes. */
    static final List<InfohashVersion> BOTH = List.of(values());
}
