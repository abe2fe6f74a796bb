package io.seedhouse.packager.cli.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The input is at fault; the message is the one line that the user sees. Exit status 1. */
public final class Fault extends Exception {
    public Fault(String message) {
        super(message);
    }

    /** A sentence that names the file and the reason. */
    public static Fault at(Path file, IOException cause) {
        return new Fault(
                cause instanceof FileSystemException
                        ? sentence(cause)
                        : file + ": " + sentence(cause));
    }

    /** What Java says in a class name, said in words. */
    public static String sentence(IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileAlreadyExistsException exists ->
                    exists.getFile() + " already exists; move it away or choose another folder";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    }
}
