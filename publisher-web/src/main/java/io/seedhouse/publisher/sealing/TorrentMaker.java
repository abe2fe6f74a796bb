package io.seedhouse.publisher.sealing;

import io.seedhouse.packager.bundle.BundleReadme;
import io.seedhouse.packager.bundle.BundleTorrent;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.sealing.FileSealer;
import io.seedhouse.packager.sealing.SealedFile;
import io.seedhouse.packager.sealing.WholeFile;
import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the torrent of a bundle whose files are all sealed, README included. */
@ApplicationScoped
class TorrentMaker {
    @Inject Folders folders;
    @Inject SealedFiles sealedFiles;
    @Inject Site site;
    @Inject Meter meter;

    /** Writes {@code README.txt} into the growing folder and the torrent beside the content. */
    Metainfo make(Plan plan) throws IOException {
        List<SealedFile> files = new ArrayList<>();
        for (Plan.Item item : plan.items()) {
            files.add(sealed(plan, item.file()));
        }
        files.add(readme(plan));
        BundleTorrent bundle =
                new BundleTorrent(plan.name(), plan.pieceLength(), files)
                        .trackerTiers(site.trackerTiers())
                        .webSeeds(List.of(site.url("/tracker/seed/" + plan.bundleId() + "/")))
                        .created(Instant.now());
        Metainfo torrent =
                switch (plan.format()) {
                    case HYBRID -> hybrid(plan, bundle);
                    case V1 -> buildV1(plan, bundle);
                };
        WholeFile.write(folders.torrent(plan.bundleId()), torrent.bytes());
        return torrent;
    }

    private Metainfo hybrid(Plan plan, BundleTorrent bundle) throws IOException {
        List<String> similar = new Similar(folders).to(bundle.build(), plan.earlier());
        return bundle.similar(similar).build();
    }

    /** Reads everything once more; where an earlier run was at it, this one begins anew. */
    private Metainfo buildV1(Plan plan, BundleTorrent bundle) throws IOException {
        Path folder = folders.growing(plan.bundleId(), plan.name());
        meter.begin(plan.bundleId(), plan.bytes());
        return sealedFiles.work(plan, progress -> bundle.buildV1(folder, progress));
    }

    private SealedFile sealed(Plan plan, BundleFile file) throws IOException {
        return sealedFiles
                .done(plan, file)
                .orElseThrow(() -> new IOException("not sealed: " + file.id()));
    }

    private SealedFile readme(Plan plan) throws IOException {
        String text =
                BundleReadme.text(
                        plan.title(),
                        names(plan, false),
                        names(plan, true),
                        Optional.of(URI.create(site.url("/b/" + plan.name()))));
        Path file = folders.growing(plan.bundleId(), plan.name()).resolve(BundleReadme.PATH);
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return new FileSealer(plan.pieceLength()).hash(file, BundleReadme.PATH, n -> {});
    }

    private static List<String> names(Plan plan, boolean sold) {
        return plan.items().stream()
                .map(Plan.Item::file)
                .filter(f -> f.access().isSold() == sold)
                .map(BundleFile::name)
                .toList();
    }
}
