package io.seedhouse.paygate.api;

/** What became of {@link Recipients#keep}. */
public sealed interface Keep {
    /** The identity of the old file is the new one's too. */
    record Kept() implements Keep {}

    /** No identity was ever made for the old file, so nothing opens it. */
    record NoIdentity() implements Keep {}

    /** The new file has an identity of its own already; the old one's stays the old one's alone. */
    record HasAnother() implements Keep {}
}
