package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.recipient.SealedName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Upload-Metadata}: pairs of a key and a base64 value, separated by commas (tus
 * 1.0.0, extension creation). We know {@code bundle}, {@code filename} and {@code access}, and
 * ignore the rest.
 */
record UploadMetadata(UUID bundle, String filename, Access access) {

    /** The header cannot be read at all. */
    static final class Malformed extends RuntimeException {
        Malformed(String sentence) {
            super(sentence);
        }
    }

    /**
     * @throws Malformed when the header breaks the protocol's grammar
     * @throws Invalid when one of our values is missing or wrong
     */
    static UploadMetadata parse(@Nullable String header) {
        Map<String, String> pairs = pairs(header == null ? "" : header);
        return new UploadMetadata(
                bundle(required(pairs, "bundle")),
                required(pairs, "filename"),
                access(required(pairs, "access")));
    }

    /** The header for a file, as it is answered to HEAD. */
    static String of(BundleFile file) {
        return "bundle %s,filename %s,access %s"
                .formatted(
                        base64(file.bundleId().toString()),
                        base64(name(file)),
                        base64(file.access().label()));
    }

    private static String name(BundleFile file) {
        return file.access() == Access.SEALED ? new SealedName(file.name()).sealed() : file.name();
    }

    private static Map<String, String> pairs(String header) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" +", 2);
            if (parts[0].isEmpty() && !header.isBlank()) {
                throw new Malformed(say("upload.metadata.pairs"));
            }
            String value = parts.length == 2 ? decoded(parts[0], parts[1]) : "";
            if (pairs.put(parts[0], value) != null) {
                throw new Malformed(say("upload.metadata.twice", parts[0]));
            }
        }
        return pairs;
    }

    private static String decoded(String key, String value) {
        try {
            byte[] bytes = Base64.getDecoder().decode(value);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Malformed(say("upload.metadata.base64", key));
        }
    }

    private static String required(Map<String, String> pairs, String key) {
        return Optional.ofNullable(pairs.get(key))
                .orElseThrow(() -> new Invalid(key, say("upload.metadata.lacks", key)));
    }

    private static UUID bundle(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid("bundle", say("upload.metadata.bundle"));
        }
    }

    private static Access access(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "free" -> Access.FREE;
            case "paid" -> Access.PAID;
            case "sealed" -> Access.SEALED;
            default -> throw new Invalid("access", say("upload.metadata.access"));
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
