package io.seedhouse.paygate.sandbox;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.seedhouse.paygate.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's secrets, random for each installation and kept in a file of mode 0600.
 *
 * @param apiKey what the shop shows to create and read sessions
 * @param webhookSecret what events are signed with
 */
public record SandboxKeys(String apiKey, String webhookSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Gson GSON = new Gson();

    /**
     * Reads the file, or makes it at the first start.
     *
     * @param webhookSecret used in place of the file's own where it is set
     */
    public static SandboxKeys open(PrivateFile file, Optional<String> webhookSecret) {
        try {
            if (!file.exists()) {
                file.create(
                        GSON.toJson(
                                new SandboxKeys(
                                        "sk_test_seedhouse_" + random(), "whsec_" + random())));
            }
            var kept = parse(file);
            return new SandboxKeys(kept.apiKey, webhookSecret.orElse(kept.webhookSecret));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox keys %s cannot be read or written.".formatted(file.path()), e);
        }
    }

    private static SandboxKeys parse(PrivateFile file) throws IOException {
        var kept = read(file);
        if (kept == null || kept.apiKey == null || kept.webhookSecret == null) {
            throw new IllegalStateException(
                    "%s holds no sandbox keys: delete it and start again.".formatted(file.path()));
        }
        return kept;
    }

    private static @Nullable SandboxKeys read(PrivateFile file) throws IOException {
        try {
            return GSON.fromJson(file.read(), SandboxKeys.class);
        } catch (JsonParseException e) {
            return null;
        }
    }

    private static String random() {
        var bits = new byte[24];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Leaves the secrets out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "SandboxKeys";
    }
}
