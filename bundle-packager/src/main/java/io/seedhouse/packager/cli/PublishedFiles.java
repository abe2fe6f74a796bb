package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.publishing.LocalFile;
import io.seedhouse.packager.packing.KeySearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that {@code publish} was given; the platform checks their names. */
final class PublishedFiles {
    private PublishedFiles() {}

    static List<LocalFile> of(List<Path> given, LocalFile.Access access) throws Fault, IOException {
        List<LocalFile> files = new ArrayList<>();
        for (Path path : given) {
            if (!Files.exists(path)) {
                throw new Fault(path + " does not exist");
            }
            if (!Files.isRegularFile(path)) {
                throw new Fault(path + " is no file; a bundle on a platform holds files only");
            }
            if (!Files.isReadable(path)) {
                throw new Fault(path + " may not be read");
            }
            KeySearch.refuse(path);
            files.add(new LocalFile(path, access));
        }
        return files;
    }
}
