package io.seedhouse.tracker.webseed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a request asks for: a bundle and the names below it. Clients spell the same name in many
 * ways ({@code %2B} or a raw plus, either case of hexadecimal, raw brackets), so each segment is
 * percent-decoded exactly once, as UTF-8, and a plus sign is a plus sign. Names that could lead
 * anywhere else than down are no names.
 *
 * @param names at least one; the first is the torrent's own
 */
record SeedPath(UUID bundleId, List<String> names) {

    /**
     * @param rawPath what follows {@code /seed/} in the request line
     * @return empty when no file of ours could have that address
     */
    static Optional<SeedPath> parse(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.split("/", -1)) {
            Optional<String> segment = decoded(raw).filter(SeedPath::isName);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return segments.size() < 2
                ? Optional.empty()
                : uuid(segments.getFirst())
                        .map(id -> new SeedPath(id, segments.subList(1, segments.size())));
    }

    String torrentName() {
        return names.getFirst();
    }

    private static boolean isName(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
    }

    /** {@link UUID#fromString} alone would take {@code 1-1-1-1-1} for an id. */
    private static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.write(c);
            } else if (isEscape(raw, i)) {
                bytes.write(HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isEscape(String raw, int percent) {
        return percent + 2 < raw.length()
                && HexFormat.isHexDigit(raw.charAt(percent + 1))
                && HexFormat.isHexDigit(raw.charAt(percent + 2));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
