package io.seedhouse.publisher.studio;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Showcase;
import io.seedhouse.publisher.bundle.Status;
import io.seedhouse.publisher.language.Say;
import io.seedhouse.publisher.page.Sizes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's bundles and the form for a new one.
 *
 * @param title of the new one, as typed
 * @param unconfirmed the account's address while nobody has shown that it is theirs; else null
 */
record BundlesView(
        List<Row> rows, String title, @Nullable String unconfirmed, @Nullable String refusal) {

    /**
     * One bundle.
     *
     * @param poster address of its picture; null where there is none to show
     */
    record Row(
            String id,
            String title,
            String status,
            String facts,
            boolean published,
            @Nullable String poster) {
        static Row of(Bundle bundle, List<BundleFile> files) {
            long bytes = files.stream().mapToLong(BundleFile::length).sum();
            return new Row(
                    bundle.id().toString(),
                    bundle.title(),
                    say("editor.status." + bundle.status().label()),
                    files.isEmpty()
                            ? say("editor.list.no-files")
                            : Say.count("editor.list.files", files.size(), Sizes.of(bytes)),
                    bundle.status() == Status.PUBLISHED,
                    Showcase.of(bundle, files).poster());
        }
    }
}
