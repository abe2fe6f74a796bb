package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.cli.terminal.Interruption;
import io.seedhouse.packager.cli.terminal.Progress;
import io.seedhouse.packager.metainfo.Printable;
import io.seedhouse.packager.unlocking.UnlockPlan;
import io.seedhouse.packager.unlocking.Unlocker;
import io.seedhouse.packager.unlocking.Unlocker.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code unlock}: says on stdout what became of each file. It succeeds when something is unlocked
 * and nothing failed; files that a keyring for another tier opens are no fault of a folder.
 */
@Command(
        name = "unlock",
        description = "Decrypts every file that the keyring opens, and says which it cannot.")
final class UnlockCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Mixin KeyringOption keyring = new KeyringOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the plain files are written")
    Path out;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Encrypted files or folders")
    List<Path> paths;

    private final List<Outcome> outcomes = new ArrayList<>();

    @Override
    public Integer call() throws Fault {
        UnlockPlan plan = new Unlocker(keyring.identities()).plan(paths, out);
        PrintWriter err = spec.commandLine().getErr();
        try (var _ = new Interruption(spec.qualifiedName(), err);
                Progress progress = new Progress(err, plan.bytes())) {
            plan.run(this::report, progress);
        }
        conclude();
        return 0;
    }

    private void report(Outcome outcome) {
        outcomes.add(outcome);
        String line =
                switch (outcome) {
                    case Outcome.Unlocked done -> "unlocked " + done.target();
                    case Outcome.AlreadyUnlocked found -> "already unlocked " + found.target();
                    case Outcome.NoIdentity locked -> "no key for " + locked.source();
                    case Outcome.Failed failed -> "failed " + failed.source();
                };
        PrintWriter stdout = spec.commandLine().getOut();
        stdout.println(Printable.of(line));
        stdout.flush();
    }

    private void conclude() throws Fault {
        List<Outcome.Failed> failed = outcomesOf(Outcome.Failed.class);
        if (!failed.isEmpty()) {
            String more = failed.size() > 1 ? " (and " + (failed.size() - 1) + " more)" : "";
            throw new Fault(sentence(failed.getFirst()) + more);
        }
        for (Outcome.NoIdentity locked : outcomesOf(Outcome.NoIdentity.class)) {
            boolean asked = paths.contains(locked.source());
            if (asked || outcomes.stream().allMatch(Outcome.NoIdentity.class::isInstance)) {
                throw Fault.at(locked.source(), locked.cause());
            }
        }
    }

    private static String sentence(Outcome.Failed failed) {
        String kept =
                failed.part() == null
                        ? ""
                        : "; what is done is kept in " + failed.part() + " for the next try";
        return Fault.at(failed.source(), failed.cause()).getMessage() + kept;
    }

    private <T extends Outcome> List<T> outcomesOf(Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
