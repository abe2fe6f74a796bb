package io.seedhouse.packager.packing;

import io.seedhouse.packager.bundle.Access;
import io.seedhouse.packager.encryption.AgeHeader;
import io.seedhouse.packager.keys.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom paid files are encrypted to, as given by {@code --recipient}: {@code age1...} for all, or
 * {@code FILE=age1...} for a file or everything in a folder. What is said of the file itself wins
 * over what is said of a folder, the nearest first, and that over what is said of all. A recipient
 * holds no {@code =}, so the last one in the text divides it.
 */
public final class Recipients {
    /** None for any file: an identity is made for each. */
    public static final Recipients NONE = new Recipients();

    // Mistyped ones too: a complaint must not repeat what is nearly a secret.
    private static final Pattern IDENTITY =
            Pattern.compile("age[-_ ]?secret", Pattern.CASE_INSENSITIVE);

    private final List<String> all = new ArrayList<>();
    private final Map<Path, List<String>> byPath = new LinkedHashMap<>();

    private Recipients() {}

    /**
     * Reads what was given, in any order.
     *
     * @throws PackException for a mistyped recipient, an identity in its place, a path that does
     *     not exist, or too many for one file
     */
    public static Recipients parse(List<String> given) throws IOException {
        Recipients recipients = new Recipients();
        for (String text : given) {
            recipients.add(text);
        }
        return recipients;
    }

    private void add(String text) throws IOException {
        int split = text.lastIndexOf('=');
        String recipient = checked(text.substring(split + 1));
        List<String> list =
                split < 0
                        ? all
                        : byPath.computeIfAbsent(
                                path(text.substring(0, split)), path -> new ArrayList<>());
        if (!list.contains(recipient)) {
            list.add(recipient);
        }
        if (list.size() > AgeHeader.MOST_RECIPIENTS) {
            throw new PackException(
                    "a file takes at most " + AgeHeader.MOST_RECIPIENTS + " recipients");
        }
    }

    private static String checked(String recipient) throws PackException {
        try {
            return Recipient.parse(recipient).toString();
        } catch (IllegalArgumentException e) {
            throw new PackException("--recipient: " + e.getMessage());
        }
    }

    private static Path path(String given) throws IOException {
        if (IDENTITY.matcher(given).find()) {
            throw new PackException(
                    "--recipient: there is an identity, which is secret, where a file should be;"
                            + " give FILE=age1...");
        }
        Path path = Path.of(given);
        if (!Files.exists(path)) {
            throw new PackException("--recipient: " + given + " does not exist");
        }
        return path.toRealPath();
    }

    /** The recipients of a paid file; none when an identity is to be made for it. */
    List<String> of(Path file) throws IOException {
        for (@Nullable Path at = file.toRealPath(); at != null; at = at.getParent()) {
            List<String> found = byPath.get(at);
            if (found != null) {
                return found;
            }
        }
        return all;
    }

    void refuseUnused(List<Input> inputs) throws IOException {
        List<Path> paid = new ArrayList<>();
        for (Input input : inputs) {
            if (input.access() == Access.PAID) {
                paid.add(input.source().toRealPath());
            }
        }
        for (Path path : byPath.keySet()) {
            if (paid.stream().noneMatch(file -> file.startsWith(path))) {
                throw new PackException("--recipient: " + path + " is no paid file of the bundle");
            }
        }
        if (!all.isEmpty() && paid.isEmpty()) {
            throw new PackException("--recipient: the bundle has no paid file");
        }
    }
}
