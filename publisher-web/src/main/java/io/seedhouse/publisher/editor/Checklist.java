package io.seedhouse.publisher.editor;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Showcase;
import io.seedhouse.publisher.bundle.Staging;
import io.seedhouse.publisher.editor.EditorView.Todo;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle has and what it still wants, in the order of its page. Only files that have arrived
 * and are sound are needed for sealing; the rest makes people buy.
 */
record Checklist(Bundle bundle, List<BundleFile> files, List<Offer> offers, Staging staging) {
    List<Todo> steps() {
        Showcase showcase = Showcase.of(bundle, files);
        List<Todo> steps = new ArrayList<>();
        steps.add(step("file", !files.isEmpty(), "files-part"));
        steps.addAll(unfinished());
        steps.add(optional("synopsis", !bundle.synopsis().isBlank(), "about"));
        steps.add(optional("poster", showcase.poster() != null, "files-part"));
        steps.add(optional("teaser", showcase.teaser() != null, "files-part"));
        if (files.stream().anyMatch(f -> f.access().isSold())) {
            steps.add(step("price", !offers.isEmpty(), "prices"));
        }
        return steps;
    }

    private List<Todo> unfinished() {
        return files.stream().filter(f -> !isReady(f)).map(this::unfinished).toList();
    }

    private Todo unfinished(BundleFile file) {
        String why =
                file.problem() != null
                        ? "refused"
                        : staging.offset(bundle, file) < file.length() ? "arriving" : "checked";
        return new Todo(say("editor.todo." + why, file.name()), "next", "files-part");
    }

    private static Todo step(String name, boolean done, String place) {
        return new Todo(say("editor.todo." + name), done ? "done" : "next", place);
    }

    private static Todo optional(String name, boolean done, String place) {
        return new Todo(say("editor.todo." + name), done ? "done" : "optional", place);
    }

    /** Whether the bundle can be sealed as it is. */
    boolean isSealable() {
        return !files.isEmpty() && files.stream().allMatch(this::isReady);
    }

    private boolean isReady(BundleFile file) {
        return staging.offset(bundle, file) == file.length() && file.isSound();
    }
}
