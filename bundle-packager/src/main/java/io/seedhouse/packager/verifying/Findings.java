package io.seedhouse.packager.verifying;

import io.seedhouse.packager.metainfo.PieceLayout.Stretch;
import io.seedhouse.packager.metainfo.TorrentFile;
import io.seedhouse.packager.verifying.Flaw.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Gathers what all threads find, in any order. */
final class Findings {
    private final Map<String, List<Range>> damaged = new HashMap<>();
    private final Map<String, List<Range>> contradicted = new HashMap<>();
    private final Map<String, List<Range>> unchecked = new HashMap<>();
    private final Map<String, Flaw> unreadable = new HashMap<>();

    synchronized void damaged(Stretch stretch) {
        add(damaged, stretch);
    }

    synchronized void contradicted(Stretch stretch) {
        add(contradicted, stretch);
    }

    synchronized void unchecked(Stretch stretch) {
        add(unchecked, stretch);
    }

    synchronized void unreadable(ReadFailure failure) {
        String path = failure.file().path();
        unreadable.putIfAbsent(path, new Flaw.Unreadable(path, failure.reason()));
    }

    /** The flaws of one file, its ranges in order. */
    List<Flaw> of(TorrentFile file, Optional<Flaw> atFirstSight) {
        List<Flaw> flaws = new ArrayList<>();
        atFirstSight.ifPresent(flaws::add);
        Optional.ofNullable(unreadable.get(file.path())).ifPresent(flaws::add);
        ranges(damaged, file, Flaw.Damaged::new).ifPresent(flaws::add);
        ranges(contradicted, file, Flaw.Contradicted::new).ifPresent(flaws::add);
        ranges(unchecked, file, Flaw.Unchecked::new).ifPresent(flaws::add);
        return flaws;
    }

    private static Optional<Flaw> ranges(
            Map<String, List<Range>> of,
            TorrentFile file,
            BiFunction<String, List<Range>, Flaw> flaw) {
        return Optional.ofNullable(of.get(file.path()))
                .map(ranges -> ranges.stream().sorted(Comparator.comparing(Range::from)).toList())
                .map(ranges -> flaw.apply(file.path(), ranges));
    }

    private static void add(Map<String, List<Range>> to, Stretch stretch) {
        Range range = new Range(stretch.from(), stretch.from() + stretch.length() - 1);
        stretch.file()
                .ifPresent(file ->
                        to.computeIfAbsent(file.path(), path -> new ArrayList<>()).add(range));
    }
}
