package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.PaidFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files a tier names, looked up among those of its bundle. */
sealed interface TierFiles {
    record Found(List<PaidFile> files) implements TierFiles {}

    record Refused(String sentence) implements TierFiles {}

    static TierFiles of(List<String> names, List<BundleFile> all) {
        if (names.isEmpty()) {
            return new Refused(say("bundle.tier.files"));
        }
        Map<String, PaidFile> found = new LinkedHashMap<>();
        for (String name : names) {
            @Nullable BundleFile file = find(name, all);
            if (file == null) {
                return new Refused(say("bundle.tier.no-file", name));
            }
            if (!file.access().isSold()) {
                return new Refused(say("bundle.tier.free", name));
            }
            found.put(name, file.paid());
        }
        return new Found(List.copyOf(found.values()));
    }

    /** A sealed file answers to the name of its ciphertext too. */
    private static @Nullable BundleFile find(String name, List<BundleFile> all) {
        return all.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .or(() ->
                        all.stream()
                                .filter(f -> f.access() == Access.SEALED)
                                .filter(f -> name.equals(f.name() + ".age"))
                                .findFirst())
                .orElse(null);
    }
}
