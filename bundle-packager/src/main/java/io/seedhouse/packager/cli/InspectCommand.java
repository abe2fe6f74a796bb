package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.metainfo.Metainfo;
import io.seedhouse.packager.metainfo.TorrentFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: what a torrent holds, for people or, with {@code --json}, for programs. */
@Command(name = "inspect", description = "Shows what a torrent holds.")
final class InspectCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TORRENT", description = "The .torrent file")
    Path torrent;

    @Option(names = "--json", description = "Prints one JSON object on one line instead")
    boolean json;

    @Override
    public Integer call() throws Fault {
        Metainfo metainfo = read(torrent);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? InspectJson.of(metainfo) : InspectText.of(metainfo));
        out.flush();
        return 0;
    }

    static Metainfo read(Path torrent) throws Fault {
        try {
            return Metainfo.read(torrent);
        } catch (IOException e) {
            throw Fault.at(torrent, e);
        }
    }

    /** Only its name tells an encrypted file from others, as it does for {@code unlock}. */
    static String access(TorrentFile file) {
        return file.path().endsWith(".age") ? "locked" : "free";
    }
}
