package io.seedhouse.packager.packing;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a bundle is written: {@code DIR/NAME/}, {@code DIR/NAME.torrent}, {@code
 * DIR/NAME.keys.txt}, and {@code DIR/.NAME.seedhouse-part/} until it is done.
 *
 * @param out the folder, which need not exist
 * @param name the bundle's name, which {@link io.seedhouse.packager.bundle.FileNames#check} accepts
 */
public record Outputs(Path out, String name) {
    /** The bundle itself: what is shared. */
    public Path folder() {
        return out.resolve(name);
    }

    /** The torrent. */
    public Path torrent() {
        return out.resolve(name + ".torrent");
    }

    /** The identities, if any had to be made; for the publisher alone. */
    public Path keys() {
        return out.resolve(name + ".keys.txt");
    }

    /** The unfinished work. */
    public Path part() {
        return out.resolve("." + name + ".seedhouse-part");
    }

    /** The keys count even when none are made now: they may be the only copy of another's. */
    void refuseExisting() throws PackException {
        for (Path path : List.of(folder(), torrent(), keys())) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new PackException(
                        path + " already exists; move it away or choose another name");
            }
        }
    }
}
