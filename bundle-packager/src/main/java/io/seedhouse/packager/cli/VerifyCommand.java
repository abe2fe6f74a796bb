package io.seedhouse.packager.cli;

import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.verifying.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: names every damaged, missing or cut file on stdout. */
@Command(
        name = "verify",
        description = "Checks every piece and leaf; names every damaged file and where.")
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_OFFSETS = 100;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TORRENT", description = "The .torrent file")
    Path torrent;

    @Parameters(index = "1", paramLabel = "DIR", description = "The bundle's folder or its parent")
    Path folder;

    @Override
    public Integer call() throws Fault, IOException {
        Metainfo metainfo = readTorrent();
        if (!Files.isDirectory(folder)) {
            throw new Fault(folder + " is no folder; name the bundle's folder or its parent");
        }
        long total = metainfo.files().stream().mapToLong(TorrentFile::length).sum();
        List<Verifier.Fault> faults;
        try (Progress progress = new Progress(spec.commandLine().getErr(), total)) {
            faults = new Verifier(metainfo).verify(folder, progress);
        }
        report(metainfo, faults);
        return 0;
    }

    private Metainfo readTorrent() throws Fault {
        try {
            return Metainfo.read(torrent);
        } catch (IOException e) {
            throw Fault.at(torrent, e);
        }
    }

    private void report(Metainfo metainfo, List<Verifier.Fault> faults) throws Fault {
        PrintWriter out = spec.commandLine().getOut();
        faults.forEach(fault -> out.println(line(fault)));
        out.flush();
        int files = metainfo.files().size();
        long bad = faults.stream().map(Verifier.Fault::path).distinct().count();
        if (bad > 0) {
            throw new Fault(
                    "%d of %d files are missing or damaged, first %s"
                            .formatted(bad, files, line(faults.getFirst())));
        }
        out.println("all " + files + " files of " + metainfo.name() + " are as sealed");
        out.flush();
    }

    private static String line(Verifier.Fault fault) {
        return switch (fault) {
            case Verifier.Fault.Missing missing -> missing.path() + ": missing";
            case Verifier.Fault.WrongLength wrong ->
                    "%s: %s, %d bytes instead of %d"
                            .formatted(
                                    wrong.path(),
                                    wrong.actual() < wrong.expected() ? "cut short" : "too long",
                                    wrong.actual(),
                                    wrong.expected());
            case Verifier.Fault.Damaged damaged ->
                    damaged.path() + ": damaged at byte " + offsets(damaged.offsets());
        };
    }

    private static String offsets(List<Long> offsets) {
        String shown =
                offsets.stream()
                        .limit(MOST_OFFSETS)
                        .map(offset -> Long.toString(offset))
                        .collect(Collectors.joining(", "));
        int more = offsets.size() - MOST_OFFSETS;
        return more > 0 ? shown + " and in " + more + " more pieces" : shown;
    }
}
