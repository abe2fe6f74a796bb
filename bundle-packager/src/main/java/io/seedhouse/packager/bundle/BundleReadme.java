package io.seedhouse.packager.bundle;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text that travels with every bundle and says in plain words what it is and how to open it.
 */
public final class BundleReadme {
    /** Where it lies in the bundle. */
    public static final String PATH = "README.txt";

    private static final String ALL_FREE =
            "You may copy this folder and pass it on: everything in it is free.\n";

    private static final String SOME_LOCKED =
            """
            You may copy this folder and pass it on as it is. Some files are free, the others are
            locked: useless without their keys, and only the keys are sold.
            """;

    private static final String KEYRING =
            """

            It is a small text file. Save it in this folder as keyring.txt and keep it: it opens the
            files for ever, on any computer, and needs no account.

            """;

    private static final String OPENING =
            """
            HOW TO OPEN THE LOCKED FILES

            Any of these ways will do. For the first two, open a terminal (a command prompt) in this
            folder.

            1. With age, a free program for Windows, macOS and Linux, from
               https://age-encryption.org:

                 %s
            %s
            2. With seedhouse, a free program that opens everything at once:

                 seedhouse unlock --keyring keyring.txt --out opened .

            3. In a web browser: the page that sells the key says which files it can play there.
            """;

    private static final String EACH = "\n   and so on, file by file.\n";

    private static final String ANY =
            "\n   FILE being the name of a file, quoted as your shell needs it.\n";

    // What no shell takes for anything but text between double quotes; a dash would be an option.
    private static final Pattern PLAIN = Pattern.compile("(?!-|.*/-)[\\p{L}\\p{M}\\p{Nd}_./+ -]+");

    private BundleReadme() {}

    /**
     * The text, with {@code \n} line ends. It becomes a file of the bundle, and so part of the
     * infohash: other words make another torrent.
     *
     * @param title the bundle's title
     * @param free names of files in the clear, as published
     * @param locked names of encrypted files, as published and so without {@code .age}
     * @param buyAt the page that sells the keyring, if that is known
     */
    public static String text(
            String title, List<String> free, List<String> locked, Optional<URI> buyAt) {
        StringBuilder text = new StringBuilder(line(title)).append("\n\n");
        text.append(locked.isEmpty() ? ALL_FREE : SOME_LOCKED).append('\n');
        list(text, "FREE: open these like any other file.", free, Access.FREE);
        list(text, "LOCKED: these need a key.", locked, Access.PAID);
        if (!locked.isEmpty()) {
            text.append(buying(buyAt)).append(opening(locked));
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String head, List<String> names, Access access) {
        if (names.isEmpty()) {
            return;
        }
        text.append(head).append("\n\n");
        names.forEach(name -> text.append("  ").append(access.pathOf(name)).append('\n'));
        text.append('\n');
    }

    private static String buying(Optional<URI> buyAt) {
        String where =
                buyAt.map(uri -> "The key is sold here:\n\n  " + uri + "\n")
                        .orElse("Ask whoever published this for the key.\n");
        return "HOW TO GET THE KEY\n\n" + where + KEYRING;
    }

    private static String opening(List<String> locked) {
        return locked.stream()
                .filter(name -> PLAIN.matcher(name).matches())
                .findFirst()
                .map(name -> OPENING.formatted(command(name), locked.size() > 1 ? EACH : ""))
                .orElseGet(() -> OPENING.formatted(command("FILE"), ANY));
    }

    /** Opens a file whose name no shell takes for a command. */
    private static String command(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        return "age -d -i keyring.txt -o " + quoted(plain) + ' ' + quoted(Access.PAID.pathOf(name));
    }

    private static String line(String title) {
        return title.replaceAll("\\p{Cntrl}", " ").strip();
    }

    // Double quotes work in every shell.
    private static String quoted(String name) {
        return name.matches("[\\w./+-]+") ? name : '"' + name + '"';
    }
}
