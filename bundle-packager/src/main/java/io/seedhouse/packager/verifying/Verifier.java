package io.seedhouse.packager.verifying;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Checks files on disk against a torrent of any version, on all cores: every v1 piece and, through
 * the v2 tree, every leaf. Each byte is read once. Memory is one megabyte and a few open files per
 * core, whatever the size of content and pieces.
 */
public final class Verifier {
    private final Metainfo torrent;

    public Verifier(Metainfo torrent) {
        this.torrent = torrent;
    }

    /**
     * Checks all files. What is wrong with a file is a flaw of that file and never ends the check;
     * files that the torrent does not know are no flaws.
     *
     * @param folder the torrent's folder or its parent, as clients lay content down; for a
     *     single-file torrent the folder of the file or the file itself
     * @param progress told the bytes newly done with, on the calling thread; they sum up to {@link
     *     Metainfo#length}
     * @return the flaws in the torrent's order; none when all is as the torrent says. A file of the
     *     wrong length has that flaw and, where pieces it does have are damaged, another.
     * @throws java.nio.channels.ClosedByInterruptException when the thread is interrupted
     */
    public List<Flaw> verify(Path folder, LongConsumer progress) throws IOException {
        ContentFiles content = ContentFiles.survey(torrent, folder);
        Findings findings = new Findings();
        new PieceRunner(torrent.layout().count(), torrent.pieceLength())
                .run(() -> new PieceChecks(torrent, content, findings), progress);
        List<Flaw> flaws = new ArrayList<>();
        for (TorrentFile file : torrent.files()) {
            flaws.addAll(findings.of(file, content.flaw(file)));
        }
        return flaws;
    }
}
