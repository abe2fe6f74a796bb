package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.publishing.LocalFile;
import io.seedhouse.packager.cli.publishing.LocalFile.Access;
import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.packing.KeySearch;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The files that {@code publish} is given; the platform checks their names. */
final class PublishedFiles {
    private static final Path USUAL_WORK = Path.of(".seedhouse-publish");

    @Option(
            names = "--free",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files for everybody: teaser, poster")
    List<Path> free = List.of();

    @Option(
            names = "--paid",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files to sell, which the platform encrypts")
    List<Path> paid = List.of();

    @Option(
            names = "--sealed",
            arity = "1..*",
            paramLabel = "FILE.age",
            description = "Files to sell, encrypted already to the platform's recipients")
    List<Path> sealed = List.of();

    @Option(
            names = "--seal-here",
            description = "Encrypts the --paid files on this machine before they are uploaded")
    boolean sealHere;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "For notes of what is uploaded, and what --seal-here has not uploaded yet"
                            + " (${DEFAULT-VALUE})")
    Path work = USUAL_WORK;

    /**
     * @throws Fault naming the file, when one cannot be published
     */
    List<LocalFile> find() throws Fault, IOException {
        List<LocalFile> files = new ArrayList<>();
        add(free, Access.FREE, files);
        add(paid, sealHere ? Access.SEAL_HERE : Access.PAID, files);
        add(sealed, Access.SEALED, files);
        return files;
    }

    /** Leaves no empty folder behind that nobody asked for. */
    void tidy() throws IOException {
        if (work.equals(USUAL_WORK)) {
            try {
                Files.deleteIfExists(work);
            } catch (DirectoryNotEmptyException e) {
                // Another bundle is not published yet.
            }
        }
    }

    private static void add(List<Path> given, Access access, List<LocalFile> files)
            throws Fault, IOException {
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
    }
}
