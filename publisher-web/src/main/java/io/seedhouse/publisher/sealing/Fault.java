package io.seedhouse.publisher.sealing;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;

/** Why a run ended early; kept with the job until its end. */
sealed interface Fault {
    /**
     * Sealing cannot succeed now.
     *
     * @param sentence for the publisher: what happened and what to do
     */
    record Failed(String sentence) implements Fault {}

    /** The server is going down; its next start goes on. */
    record Interrupted() implements Fault {}

    Failed UNKNOWN =
            new Failed(
                    "Sealing stopped for a fault of the server: seal again, and tell its operator"
                            + " if it happens twice.");

    Failed NO_SPACE = new Failed("The server's disk is full: tell its operator, then seal again.");

    /**
     * @param what the file that was worked on, as the publisher knows it
     */
    static Fault of(Exception failure, String what) {
        return switch (failure) {
            case Closing.Closed e -> new Interrupted();
            case ClosedByInterruptException e -> new Interrupted();
            case Unopenable e -> new Failed(e.sentence());
            case NoSuchFileException e ->
                    new Failed(
                            "The upload of \"%s\" is gone from the server: upload it again."
                                    .formatted(what));
            case IOException e when noSpace(e) -> NO_SPACE;
            case IOException e ->
                    new Failed(
                            "The server could not read or write \"%s\": seal again, and tell its operator if it happens twice."
                                    .formatted(what));
            default -> UNKNOWN;
        };
    }

    private static boolean noSpace(IOException e) {
        return String.valueOf(e.getMessage()).contains("No space left");
    }
}
