package io.seedhouse.packager.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * By what a file is recognised as unchanged without reading it.
 *
 * @param identity what tells it from another file under its name; empty where the system has none
 */
record Stamp(long length, FileTime modified, String identity) {
    static Stamp of(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
                attributes.size(),
                attributes.lastModifiedTime(),
                Objects.toString(attributes.fileKey(), ""));
    }

    /** With the time at which anything about it last changed, which no program can set back. */
    static String strict(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return Stamp.of(file) + (unix ? " " + Files.getAttribute(file, "unix:ctime") : "");
    }
}
