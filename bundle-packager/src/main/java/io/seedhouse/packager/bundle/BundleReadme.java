package io.seedhouse.packager.bundle;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The text that travels with every bundle and says in plain words what it is and how to open it.
 */
public final class BundleReadme {
    /** Where it lies in the bundle. */
    public static final String PATH = "README.txt";

    private BundleReadme() {}

    /**
     * The text, with {@code \n} line ends.
     *
     * @param title the bundle's title
     * @param free names of files in the clear, as published
     * @param locked names of encrypted files, as published and so without {@code .age}
     * @param buyAt where the keyring is sold, if that is known
     */
    public static String text(
            String title, List<String> free, List<String> locked, Optional<URI> buyAt) {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        list(text, "Free to watch, listen to and pass on:", free, Access.FREE);
        list(text, "Locked; a keyring opens them:", locked, Access.PAID);
        text.append(
                "You may share this whole folder: the locked files are useless without keys.\n");
        if (!locked.isEmpty()) {
            opening(text, locked.getFirst(), buyAt);
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String head, List<String> names, Access access) {
        if (names.isEmpty()) {
            return;
        }
        text.append(head).append('\n');
        names.forEach(name -> text.append("  ").append(access.pathOf(name)).append('\n'));
        text.append('\n');
    }

    private static void opening(StringBuilder text, String name, Optional<URI> buyAt) {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        text.append('\n')
                .append(
                        buyAt.map(uri -> "The keyring is sold at\n\n  " + uri + "\n\n")
                                .orElse("Ask the publisher for the keyring.\n"))
                .append("Save it as keyring.txt. Then, in this folder, either\n\n")
                .append("  age -d -i keyring.txt -o ")
                .append(quoted(plain))
                .append(' ')
                .append(quoted(Access.PAID.pathOf(name)))
                .append(
                        "\n\n(age is free: https://age-encryption.org) or, for all files at once,\n\n")
                .append("  java -jar seedhouse.jar unlock --keyring keyring.txt --out OUT .\n");
    }

    // Double quotes work in every shell, and no published name contains one.
    private static String quoted(String name) {
        return name.matches("[\\w./+-]+") ? name : '"' + name + '"';
    }
}
