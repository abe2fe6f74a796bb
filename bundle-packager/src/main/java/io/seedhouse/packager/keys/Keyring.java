package io.seedhouse.packager.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identities in age's own text format, one a line, lines that begin with {@code #} being remarks:
 * what a buyer gets, and what {@code age -d -i} reads.
 *
 * <p>{@link #toString()} does not show the identities; {@link Entry#identity()} does not either.
 */
public record Keyring(List<Entry> entries) {
    /** The most bytes read: far more identities than any bundle has files. */
    public static final int MAX_BYTES = 1 << 20;

    private static final Pattern IDENTITY =
            Pattern.compile(Pattern.quote(KeyText.IDENTITY.prefix()) + "[0-9A-Z]{58}");

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * An identity and the remark above it.
     *
     * @param remark one line, usually the name of the file it opens; may be empty
     * @param recipient that of the identity where the caller knows it, which spares making it;
     *     believed, and null otherwise
     */
    public record Entry(String remark, Identity identity, @Nullable String recipient) {

        public Entry(String remark, Identity identity) {
            this(remark, identity, null);
        }

        private String publicKey() {
            return recipient == null ? identity.recipient() : recipient;
        }
    }

    public Keyring {
        entries = List.copyOf(entries);
    }

    /** The identities alone, in order. */
    public List<Identity> identities() {
        return entries.stream().map(Entry::identity).toList();
    }

    /** The text to store or to hand to the buyer. Holds secrets: never log it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            String remark = IDENTITY.matcher(entry.remark()).replaceAll("AGE-...");
            remark = remark.replaceAll("\\p{Cntrl}", " ");
            text.append(remark.isEmpty() ? "" : "# " + remark + "\n")
                    .append("# public key: ")
                    .append(entry.publicKey())
                    .append('\n')
                    .append(entry.identity().secret())
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Reads a keyring, as {@code age -i} does; a byte order mark and any line ends are tolerated,
     * and remarks may be in any encoding. Unlike {@code age}, it refuses a whole identity inside a
     * remark, which is rather a lost line end than a remark.
     *
     * @throws KeyringException naming the line that is neither identity, remark nor blank, or
     *     saying that there is no identity at all
     */
    public static Keyring parse(String text) throws KeyringException {
        List<Entry> entries = new ArrayList<>();
        String remark = "";
        int number = 0;
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String line : (Iterable<String>) plain.lines().map(String::strip)::iterator) {
            number++;
            if (line.startsWith("#")) {
                refuseIdentity(line, number);
                remark = remark.isEmpty() ? remark(line) : remark;
            } else if (line.isEmpty()) {
                remark = ""; // what stands above a blank line is about the whole, not the next
            } else {
                entries.add(new Entry(remark, identity(line, number)));
                remark = "";
            }
        }
        if (entries.isEmpty()) {
            throw new KeyringException("it holds no identity (a line AGE-SECRET-KEY-1...)");
        }
        return new Keyring(entries);
    }

    /**
     * Reads a keyring file or pipe. Who else may read it is not looked at, as with {@code age}.
     *
     * @throws KeyringException when it is none, as {@link #parse}
     * @throws IOException when it cannot be read
     */
    public static Keyring read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new KeyringException(
                    "it is no keyring: it has more than " + MAX_BYTES + " bytes");
        }
        String start = new String(bytes, 0, Math.min(2, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.equals("\u00ff\u00fe") || start.equals("\u00fe\u00ff")) {
            throw new KeyringException("it is stored as UTF-16; save it as plain text (UTF-8)");
        }
        return parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void refuseIdentity(String remark, int number) throws KeyringException {
        if (IDENTITY.matcher(remark).find()) {
            throw new KeyringException(
                    "line "
                            + number
                            + ": an identity stands inside a remark, where it opens nothing; give"
                            + " it a line of its own or delete it");
        }
    }

    /** Those that age-keygen writes say nothing of the file. */
    private static String remark(String line) {
        String text = line.substring(1).strip();
        return text.startsWith("created: ") || text.startsWith("public key: ") ? "" : text;
    }

    private static Identity identity(String line, int number) throws KeyringException {
        try {
            return Identity.parse(line);
        } catch (IllegalArgumentException e) {
            throw new KeyringException("line " + number + ": " + e.getMessage());
        }
    }
}
