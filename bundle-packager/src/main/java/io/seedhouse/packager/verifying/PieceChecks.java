package io.seedhouse.packager.verifying;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.PieceLayout.Stretch;
import io.seedhouse.packager.metainfo.V2Hashes;
import java.io.IOException;
import java.util.List;

/** Compares pieces with the torrent, on one thread. */
final class PieceChecks implements PieceRunner.Worker {
    private final Metainfo torrent;
    private final ContentFiles content;
    private final Findings findings;
    private final PieceHasher hasher;

    PieceChecks(Metainfo torrent, ContentFiles content, Findings findings) {
        this.torrent = torrent;
        this.content = content;
        this.findings = findings;
        this.hasher = new PieceHasher(torrent.pieceLength(), content::path);
    }

    @Override
    public long run(int first, int end) throws IOException {
        long bytes = 0;
        for (int piece = first; piece < end; piece++) {
            List<Stretch> stretches = torrent.layout().stretches(piece);
            check(piece, stretches);
            for (Stretch stretch : stretches) {
                bytes += stretch.file().isPresent() ? stretch.length() : 0;
            }
        }
        return bytes;
    }

    private void check(int piece, List<Stretch> stretches) throws IOException {
        if (!stretches.stream().allMatch(content::has)) {
            stretches.stream().filter(content::has).forEach(findings::unchecked);
            return;
        }
        try {
            compare(piece, stretches);
        } catch (ReadFailure e) {
            findings.unreadable(e);
            stretches.forEach(findings::unchecked);
        }
    }

    private void compare(int piece, List<Stretch> stretches) throws IOException {
        switch (torrent.version()) {
            case V1 -> {
                if (!torrent.matchesV1(piece, hasher.v1(stretches))) {
                    stretches.forEach(findings::damaged);
                }
            }
            case V2 -> {
                if (!matchesV2(stretches.getFirst(), hasher.v2(stretches))) {
                    findings.damaged(stretches.getFirst());
                }
            }
            case HYBRID -> compareBoth(piece, stretches);
        }
    }

    /** A piece of a hybrid torrent holds one file and perhaps a pad. */
    private void compareBoth(int piece, List<Stretch> stretches) throws IOException {
        Stretch part = stretches.getFirst();
        PieceHasher.Both hashes = hasher.both(stretches);
        boolean v1 = torrent.matchesV1(piece, hashes.v1());
        boolean v2 = matchesV2(part, hashes.v2());
        if (v1 != v2) {
            findings.contradicted(part);
        } else if (!v1) {
            findings.damaged(part);
        }
    }

    private boolean matchesV2(Stretch part, byte[] hash) {
        V2Hashes hashes = part.file().flatMap(file -> file.v2()).orElseThrow();
        return hashes.matches((int) (part.from() / torrent.pieceLength()), hash);
    }

    @Override
    public void close() throws IOException {
        hasher.close();
    }
}
