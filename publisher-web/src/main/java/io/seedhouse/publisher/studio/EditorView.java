package io.seedhouse.publisher.studio;

import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.bundle.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bundle on its publisher's desk.
 *
 * @param subtitle where it stands, in a few words
 * @param tiers those there are, then an empty form for one more
 * @param carried who carries it; null while it is not served
 * @param withdrawal when and why it was taken back
 * @param kin its versions
 * @param problem why the last sealing failed
 * @param refusal why the form just sent was refused
 */
record EditorView(
        String id,
        String slug,
        String title,
        Status status,
        String subtitle,
        TextsForm texts,
        List<FileRow> files,
        List<TierForm> tiers,
        List<Todo> todo,
        Seal seal,
        @Nullable Instant premiere,
        @Nullable Carried carried,
        @Nullable Withdrawal withdrawal,
        Kin kin,
        @Nullable String problem,
        Refusal refusal) {

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
    EditorView with(TextsForm sent) {
        return new EditorView(
                id,
                slug,
                title,
                status,
                subtitle,
                sent,
                files,
                tiers,
                todo,
                seal,
                premiere,
                carried,
                withdrawal,
                kin,
                problem,
                refusal);
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
                subtitle,
                texts,
                files,
                changed,
                todo,
                seal,
                premiere,
                carried,
                withdrawal,
                kin,
                problem,
                refusal);
    }

    /** The sentence for a part of the page; null when nothing was refused there. */
    @Nullable String refused(String part) {
        return refusal.part().equals(part) ? refusal.sentence() : null;
    }

    /**
     * @param state how it travels or how far it has arrived
     */
    record FileRow(String id, String name, String size, String state, boolean free) {}

    /**
     * @param earlier the id of the bundle whose place it takes; null for none
     * @param next the id of the bundle that takes its place; null for none
     * @param replaceable whether a new version of it may be begun
     */
    record Kin(@Nullable String earlier, @Nullable String next, boolean replaceable) {}

    /** A step before the bundle can be sealed or published. */
    record Todo(String words, boolean done) {}

    /**
     * @param ready whether a draft may be sealed
     */
    record Seal(boolean ready, long doneBytes, long totalBytes, String words) {}

    /**
     * @param part of the page: texts, files, seal, publish or a tier form's key
     */
    record Refusal(String part, String sentence) {
        static final Refusal NONE = new Refusal("", "");
    }
}
