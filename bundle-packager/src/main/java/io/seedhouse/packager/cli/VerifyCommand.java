package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.cli.terminal.Progress;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.Printable;
import io.seedhouse.packager.verifying.Flaw;
import io.seedhouse.packager.verifying.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: names every damaged, missing or cut file on stdout. */
@Command(
        name = "verify",
        description = "Checks every piece and leaf; names every damaged file and where.")
final class VerifyCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TORRENT", description = "The .torrent file")
    Path torrent;

    @Parameters(index = "1", paramLabel = "DIR", description = "The bundle's folder or its parent")
    Path folder;

    @Override
    public Integer call() throws Fault, IOException {
        Metainfo metainfo = InspectCommand.read(torrent);
        if (!Files.isDirectory(folder) && !(metainfo.singleFile() && Files.isRegularFile(folder))) {
            throw new Fault(folder + " is no folder; name the bundle's folder or its parent");
        }
        List<Flaw> flaws;
        try (Progress progress = new Progress(spec.commandLine().getErr(), metainfo.length())) {
            flaws = new Verifier(metainfo).verify(folder, progress);
        }
        report(metainfo, flaws);
        return 0;
    }

    private void report(Metainfo metainfo, List<Flaw> flaws) throws Fault {
        PrintWriter out = spec.commandLine().getOut();
        flaws.stream().flatMap(VerifyCommand::lines).forEach(out::println);
        out.flush();
        int files = metainfo.files().size();
        if (!flaws.isEmpty()) {
            throw new Fault(summary(files, flaws));
        }
        out.println(
                "all " + files + " files of " + Printable.of(metainfo.name()) + " are as sealed");
        out.flush();
    }

    /** A file of which parts are merely unchecked may be whole, so it is counted apart. */
    private static String summary(int files, List<Flaw> flaws) {
        List<Flaw> bad = flaws.stream().filter(flaw -> !(flaw instanceof Flaw.Unchecked)).toList();
        long count = paths(bad);
        long unchecked = paths(flaws) - count;
        return "%d of %d files are missing or damaged, first %s%s"
                .formatted(
                        count,
                        files,
                        bad.stream().flatMap(VerifyCommand::lines).findFirst().orElse(""),
                        unchecked == 0
                                ? ""
                                : "; parts of " + unchecked + " more could not be checked");
    }

    private static long paths(List<Flaw> flaws) {
        return flaws.stream().map(Flaw::path).distinct().count();
    }

    /** One line for each damaged range, so that scripts find a file and a place on one line. */
    private static Stream<String> lines(Flaw flaw) {
        String path = Printable.of(flaw.path()) + ": ";
        return switch (flaw) {
            case Flaw.Missing missing -> Stream.of(path + "missing");
            case Flaw.Unreadable unreadable ->
                    Stream.of(path + "cannot be read, " + Printable.of(unreadable.reason()));
            case Flaw.WrongLength wrong ->
                    Stream.of(
                            "%s%s, %d bytes instead of %d"
                                    .formatted(
                                            path,
                                            wrong.actual() < wrong.expected()
                                                    ? "cut short"
                                                    : "too long",
                                            wrong.actual(),
                                            wrong.expected()));
            case Flaw.Damaged(String file, List<Flaw.Range> ranges) ->
                    ranges.stream().map(range -> path + "damaged at " + bytes(range));
            case Flaw.Contradicted(String file, List<Flaw.Range> ranges) ->
                    ranges.stream()
                            .map(range ->
                                    path
                                            + "the torrent contradicts itself at "
                                            + bytes(range)
                                            + ": one half says damaged, the other whole");
            case Flaw.Unchecked(String file, List<Flaw.Range> ranges) ->
                    ranges.stream()
                            .map(range ->
                                    path
                                            + "unchecked at "
                                            + bytes(range)
                                            + ", as not all of the piece can be read");
        };
    }

    private static String bytes(Flaw.Range range) {
        return "bytes " + range.from() + "-" + range.to();
    }
}
