package io.seedhouse.packager.verifying;

import java.util.List;

/** What is wrong with one file of a torrent. */
public sealed interface Flaw {
    /** The file's path inside the torrent; foreign ones may hold control characters. */
    String path();

    /** A stretch of a file: its first and its last byte, counted from 0. */
    record Range(long from, long to) {}

    /** There is no such file. */
    record Missing(String path) implements Flaw {}

    /** There is something of that name, but it cannot be read. */
    record Unreadable(String path, String reason) implements Flaw {}

    /** It has fewer or more bytes than the torrent says. */
    record WrongLength(String path, long expected, long actual) implements Flaw {}

    /**
     * These parts of it are not what the torrent says, one for each damaged piece. A torrent knows
     * no smaller parts. Where a v1 piece spans files, damage in any of them is told of all.
     */
    record Damaged(String path, List<Range> ranges) implements Flaw {}

    /**
     * One half of the hybrid torrent says of these parts that they are whole, the other that they
     * are damaged: the torrent itself is wrong.
     */
    record Contradicted(String path, List<Range> ranges) implements Flaw {}

    /**
     * These parts are there, but nothing can be said of them: their v1 pieces also hold parts of
     * files that are missing, cut short or unreadable, or reading them failed.
     */
    record Unchecked(String path, List<Range> ranges) implements Flaw {}
}
