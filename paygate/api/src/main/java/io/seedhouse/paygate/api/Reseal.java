package io.seedhouse.paygate.api;

/** What became of {@link Recipients#reseal}. */
public sealed interface Reseal {
    /**
     * The whole file lies where it should, and is on disk.
     *
     * @param length its bytes
     */
    record Resealed(long length) implements Reseal {}

    /** No identity was ever made for the old file, so nothing opens it. */
    record NoIdentity() implements Reseal {}

    /**
     * The old file is not sealed to its identity, or was changed or cut since.
     *
     * @param what what is wrong and at which byte, as the rest of a sentence
     */
    record Damaged(String what) implements Reseal {}

    /** The caller wanted no more. */
    record Stopped() implements Reseal {}
}
