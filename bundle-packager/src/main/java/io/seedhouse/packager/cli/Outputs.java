package io.seedhouse.packager.cli;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * What {@code pack} writes: {@code DIR/NAME/}, {@code DIR/NAME.torrent}, {@code DIR/NAME.keys.txt}.
 */
record Outputs(Path out, String name, boolean hasKeys) {
    Path folder() {
        return out.resolve(name);
    }

    Path torrent() {
        return out.resolve(name + ".torrent");
    }

    Path keys() {
        return out.resolve(name + ".keys.txt");
    }

    /** Also the keys of a bundle without any now: they may be the only copy of another's. */
    void refuseExisting() throws Fault {
        for (Path path : new Path[] {folder(), torrent(), keys()}) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new Fault(path + " already exists; move it away or choose another name");
            }
        }
    }
}
