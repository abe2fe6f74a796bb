package io.seedhouse.packager.packing;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.encryption.AgeFormat;
import io.seedhouse.packager.metainfo.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A file to pack, as it was when it was looked at.
 *
 * @param name its path below {@code free/} or {@code locked/}, with {@code /}: its own name, led by
 *     the folder's where a folder was given
 * @param attributes what the torrent says of the file besides its content
 * @param recipients whom a paid file is encrypted to; none when an identity is to be made for it
 */
public record Input(
        Path source,
        Access access,
        String name,
        Stamp stamp,
        Set<Attribute> attributes,
        List<String> recipients) {

    public Input {
        attributes = Set.copyOf(attributes);
        recipients = List.copyOf(recipients);
    }

    /** Bytes to read. */
    public long length() {
        return stamp.length();
    }

    String pathInTorrent() {
        return access.pathOf(name);
    }

    /** Bytes in the bundle. */
    long packedLength() {
        return switch (access) {
            case FREE -> length();
            case PAID -> AgeFormat.encryptedLength(length(), Math.max(1, recipients.size()));
        };
    }

    /** Paid, and under an identity of its own that the publisher keeps. */
    boolean needsIdentity() {
        return access == Access.PAID && recipients.isEmpty();
    }

    void checkUnchanged() throws IOException {
        if (!Stamp.of(source).equals(stamp)) {
            throw new PackException(
                    source
                            + " changed while it was packed; run the same command again when it is"
                            + " complete");
        }
    }
}
