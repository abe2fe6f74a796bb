package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to publish.
 *
 * @param access how it travels
 */
public record LocalFile(Path path, Access access) {
    private static final String ENDING = ".age";

    /** How a file travels, in the words of the API. */
    public enum Access {
        /** In the clear, for everybody. */
        FREE("free"),
        /** Uploaded in the clear; the platform encrypts it. */
        PAID("paid"),
        /** Encrypted already, to the recipient that the platform issued for it. */
        SEALED("sealed"),
        /** Encrypted on this machine first. */
        SEAL_HERE("sealed");

        private final String label;

        Access(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isSold() {
            return this != FREE;
        }
    }

    /** What the bundle calls it: of a sealed file the film's name, without {@code .age}. */
    String name() {
        String name = path.getFileName().toString();
        return access == Access.SEALED && name.endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length())
                : name;
    }

    /** What it is uploaded as. */
    String uploadName() {
        return access.label().equals("sealed") ? name() + ENDING : name();
    }

    long length() throws IOException {
        return Files.size(path);
    }

    /**
     * By what its state is recognised without reading it: length, when it was modified, and where
     * the system knows that, when anything about it changed, which no program can set back.
     */
    String stamp() throws IOException {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        return "%d bytes, modified %s%s"
                .formatted(
                        length(),
                        Files.getLastModifiedTime(path),
                        unix ? ", changed " + Files.getAttribute(path, "unix:ctime") : "");
    }
}
