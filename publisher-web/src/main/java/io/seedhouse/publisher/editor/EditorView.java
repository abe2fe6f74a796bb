package io.seedhouse.publisher.editor;

import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bundle on its publisher's desk.
 *
 * @param tiers those there are, then an empty form for one more
 * @param carried who carries it; null while it is not served
 * @param withdrawal when and why it was taken back
 * @param kin its versions
 * @param problem why the last sealing failed
 * @param refusal why the form just sent was refused
 * @param theirs what somebody else saved meanwhile, where it differs: field and words
 */
record EditorView(
        String id,
        String slug,
        String title,
        Status status,
        TextsForm texts,
        List<FileRow> files,
        List<TierForm> tiers,
        Grid grid,
        List<Todo> todo,
        Seal seal,
        @Nullable Instant premiere,
        @Nullable Carried carried,
        @Nullable Withdrawal withdrawal,
        Kin kin,
        @Nullable String problem,
        Refusal refusal,
        List<Map.Entry<String, String>> theirs) {

    boolean draft() {
        return status == Status.DRAFT;
    }

    boolean live() {
        return status == Status.PUBLISHED;
    }

    /** Whether it can be withdrawn: people can fetch it, on sale or not. */
    boolean served() {
        return status == Status.SEALED || live();
    }

    /** The same with texts as they were sent. */
    EditorView with(TextsForm sent, List<Map.Entry<String, String>> other) {
        return new EditorView(
                id,
                slug,
                title,
                status,
                sent,
                files,
                tiers,
                grid,
                todo,
                seal,
                premiere,
                carried,
                withdrawal,
                kin,
                problem,
                refusal,
                other);
    }

    /** The same with one tier's form as it was sent. */
    EditorView with(String key, UnaryOperator<TierForm> sent) {
        List<TierForm> changed =
                tiers.stream().map(t -> t.key().equals(key) ? sent.apply(t) : t).toList();
        return new EditorView(
                id,
                slug,
                title,
                status,
                texts,
                files,
                changed,
                grid,
                todo,
                seal,
                premiere,
                carried,
                withdrawal,
                kin,
                problem,
                refusal,
                theirs);
    }

    /** The sentence for a part of the page; null when nothing was refused there. */
    @Nullable String refused(String part) {
        return refusal.part().equals(part) ? refusal.sentence() : null;
    }

    /** The tiers that are there. */
    List<TierForm> saved() {
        return tiers.stream().filter(TierForm::saved).toList();
    }

    /**
     * @param facts size, and how it travels or how far it has arrived
     * @param problem what is wrong with it; null for nothing
     * @param arrived whether all of it is there
     * @param shareable whether it may still become free or sold
     */
    record FileRow(
            String id,
            String name,
            String facts,
            @Nullable String problem,
            boolean arrived,
            boolean free,
            boolean shareable) {}

    /**
     * @param earlier the id of the bundle whose place it takes; null for none
     * @param next the id of the bundle that takes its place; null for none
     * @param replaceable whether a new version of it may be begun
     */
    record Kin(@Nullable String earlier, @Nullable String next, boolean replaceable) {}

    /**
     * A step before the bundle can be sealed or published.
     *
     * @param state {@code done}, {@code next}, or {@code optional} for what nothing waits for
     * @param place the part of the page where it is done
     */
    record Todo(String words, String state, String place) {}

    /**
     * Which tier opens which file.
     *
     * @param files of those that are sold
     */
    record Grid(List<String> tiers, List<GridRow> files) {}

    /**
     * @param opens for each tier whether it opens this file
     */
    record GridRow(String id, String name, List<Boolean> opens) {}

    /**
     * @param ready whether a draft may be sealed
     * @param estimate how long it will take, in words
     */
    record Seal(boolean ready, long doneBytes, long totalBytes, String words, String estimate) {}

    /**
     * @param part of the page: texts, files, grid, seal, publish or a tier form's key
     */
    record Refusal(String part, String sentence) {
        static final Refusal NONE = new Refusal("", "");
    }
}
