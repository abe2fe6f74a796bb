package io.seedhouse.packager.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * What is fuzzed: a reader of bytes that strangers may have made. It prints as its name, for people
 * and file names.
 */
public interface Target {
    /** The class that the fuzzer calls. */
    String className();

    /** Takes one input and fails with an exception or error where the reader is wrong. */
    void attempt(byte[] input) throws IOException;

    /** What to begin with. */
    List<byte[]> seeds() throws IOException;

    /** Words of the grammar. */
    List<String> words();

    /** Bytes of the longest input. */
    int longest();

    /** Patterns of classes whose branches guide the fuzzer. */
    List<String> watched();

    /** Of these, the ones that belong to the harness and must not guide it. */
    default List<String> unwatched() {
        return List.of();
    }
}
