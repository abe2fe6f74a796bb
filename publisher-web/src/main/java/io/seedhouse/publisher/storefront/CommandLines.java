package io.seedhouse.publisher.storefront;

import java.util.List;
import java.util.regex.Pattern;

/** What a buyer types to open files, for a POSIX shell, beside the downloaded folder. */
final class CommandLines {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*");

    private CommandLines() {}

    /** One line of the age command for each file. */
    static List<String> age(String folder, List<String> names) {
        return names.stream()
                .map(name ->
                        "age -d -i keyring.txt -o %s %s"
                                .formatted(
                                        quoted("./" + name),
                                        quoted(folder + "/locked/" + name + ".age")))
                .toList();
    }

    /** Opens everything in the folder that the keyring can. */
    static String unlock(String folder) {
        return "java -jar seedhouse.jar unlock --keyring keyring.txt --out . " + quoted(folder);
    }

    static String quoted(String path) {
        String word =
                path.startsWith("./") && PLAIN.matcher(path.substring(2)).matches()
                        ? path.substring(2)
                        : path;
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
