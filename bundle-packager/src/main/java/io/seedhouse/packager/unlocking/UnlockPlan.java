package io.seedhouse.packager.unlocking;

import io.seedhouse.packager.encryption.AgeException;
import io.seedhouse.packager.encryption.AgeFile;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.unlocking.Unlocker.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What unlocking would do: the files that are fit for it, and those that were refused. Nothing is
 * written before {@link #run}.
 */
public final class UnlockPlan {
    /** A file that was looked at. */
    private sealed interface Step {
        record Fit(Path source, PartFile part, Identity identity, long length) implements Step {}

        record Refused(Outcome outcome) implements Step {}
    }

    private final IdentityOrder identities;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Path, Path> sourceOfTarget = new HashMap<>();

    UnlockPlan(List<Identity> identities, Collection<Path> paths, Path out) {
        this.identities = new IdentityOrder(identities);
        paths.forEach(path -> addAll(path, out));
    }

    private void addAll(Path path, Path out) {
        try {
            for (LockedFile file : LockedFile.below(path)) {
                steps.add(step(file.source(), out.resolve(file.plainPath())));
            }
        } catch (IOException e) {
            steps.add(new Step.Refused(new Outcome.Failed(path, e, null)));
        }
    }

    private Step step(Path source, Path target) {
        try (AgeFile file = AgeFile.open(source, identities.next())) {
            identities.matched(file.identity());
            Path other = sourceOfTarget.putIfAbsent(target.toAbsolutePath().normalize(), source);
            if (other != null) {
                throw new IOException(
                        "it would become %s, and so would %s; unlock it into another folder"
                                .formatted(target, other));
            }
            PartFile part = PartFile.of(target);
            part.isDone(file); // or it refuses
            return new Step.Fit(source, part, file.identity(), file.clearLength());
        } catch (AgeException.NoIdentityMatches e) {
            return new Step.Refused(new Outcome.NoIdentity(source, e));
        } catch (IOException e) {
            return new Step.Refused(new Outcome.Failed(source, e, null));
        }
    }

    /** Plain bytes of all files that are fit. */
    public long bytes() {
        return steps.stream().mapToLong(step -> step instanceof Step.Fit f ? f.length() : 0).sum();
    }

    /**
     * Unlocks one file after the other, each on all cores. One failure does not keep the others
     * from being unlocked; an interrupt of the calling thread ends the run.
     *
     * @param each told each outcome as it happens, on the calling thread
     * @param progress told plain bytes newly done; in the end {@link #bytes()} when nothing failed
     */
    public void run(Consumer<Outcome> each, LongConsumer progress) {
        for (Step step : steps) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            each.accept(
                    switch (step) {
                        case Step.Refused refused -> refused.outcome();
                        case Step.Fit fit -> unlock(fit, progress);
                    });
        }
    }

    private Outcome unlock(Step.Fit fit, LongConsumer progress) {
        try (AgeFile file = AgeFile.open(fit.source(), List.of(fit.identity()))) {
            if (fit.part().isDone(file)) {
                fit.part().compare(file, progress);
                return new Outcome.AlreadyUnlocked(fit.source(), fit.part().target());
            }
            fit.part().complete(file, progress);
            return new Outcome.Unlocked(fit.source(), fit.part().target());
        } catch (IOException e) {
            return new Outcome.Failed(fit.source(), e, fit.part().kept());
        }
    }
}
