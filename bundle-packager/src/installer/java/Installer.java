import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Run by the build: makes of {@code seedhouse.jar}, by {@code jpackage}, a folder with a Java
 * runtime of its own, trimmed to what the command line uses, and a Debian package of it where the
 * tools for that are installed.
 *
 * <p>The runtime keeps its {@code java} program: a second start in a UTF-8 locale needs it.
 */
class Installer {
    private static final String MODULES = "java.base,java.net.http";
    private static final String LINKING =
            "--strip-java-debug-attributes --no-man-pages --no-header-files --compress zip-6";

    private Installer() {}

    /** Arguments: jar, file of JVM options, version, folder to write. */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        String version = args[2].replace("-SNAPSHOT", "");
        Path out = Path.of(args[3]);
        delete(out);
        Path input = Files.createDirectories(out.resolve("input"));
        Files.copy(jar, input.resolve("seedhouse.jar"));
        List<String> image =
                new ArrayList<>(List.of("--type", "app-image", "--input", input.toString()));
        image.addAll(List.of("--main-jar", "seedhouse.jar", "--add-modules", MODULES));
        image.addAll(List.of("--jlink-options", LINKING));
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                image.addAll(List.of("--java-options", line));
            }
        }
        jpackage(version, out, image);
        if (onPath("dpkg-deb") && onPath("fakeroot")) {
            jpackage(version, out, debian(out.resolve("seedhouse")));
        } else {
            System.out.println("no Debian package: dpkg-deb or fakeroot is missing");
        }
    }

    private static List<String> debian(Path image) {
        return List.of(
                "--type",
                "deb",
                "--app-image",
                image.toString(),
                "--linux-package-name",
                "seedhouse",
                "--install-dir",
                "/usr",
                "--vendor",
                "Seedhouse",
                "--description",
                "Packs films into encrypted bundles for BitTorrent, and opens them again");
    }

    private static void jpackage(String version, Path out, List<String> more) {
        List<String> arguments =
                new ArrayList<>(List.of("--name", "seedhouse", "--app-version", version));
        arguments.addAll(List.of("--dest", out.toString()));
        arguments.addAll(more);
        ToolProvider jpackage =
                ToolProvider.findFirst("jpackage")
                        .orElseThrow(() -> new IllegalStateException("this JDK has no jpackage"));
        int status = jpackage.run(System.out, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("jpackage " + arguments + " ended with " + status);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
