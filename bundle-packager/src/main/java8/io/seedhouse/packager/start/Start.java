package io.seedhouse.packager.start;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * First class of {@code seedhouse.jar}, which any Java since 8 can load: runs the command line on
 * Java 25 or newer, looking for one beside an older default, and says so in a sentence when there
 * is none. In a locale that is not UTF-8 it starts again in one that is: Java could not open files
 * with names beyond ASCII.
 */
public final class Start {
    private static final int NEEDED = 25;
    private static final String COMMAND_LINE = "io.seedhouse.packager.cli.Seedhouse";
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Start() {}

    /** Takes the arguments of the command line and ends with its status. */
    public static void main(String[] args) throws Exception {
        String handed = System.getenv(Arguments.VARIABLE);
        if (running() >= NEEDED && (handed != null || speaksUtf8())) {
            Class.forName(COMMAND_LINE)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arguments.received(handed, args));
            return;
        }
        Optional<File> java = candidates().stream().filter(Start::isNewEnough).findFirst();
        if (!java.isPresent()) {
            System.err.println(
                    "seedhouse: Java "
                            + NEEDED
                            + " or newer is needed and only Java "
                            + running()
                            + " was found: install one, or name it with JAVA_HOME.");
            System.exit(1);
        }
        System.exit(run(new File(java.get(), "bin/java"), args));
    }

    private static int running() {
        String version = System.getProperty("java.specification.version", "1.8");
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }

    private static boolean speaksUtf8() {
        // Windows hands over names as Unicode in any locale.
        return File.separatorChar == '\\' || "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }

    /** Homes of Javas: our own, what the environment names, then where systems install them. */
    private static List<File> candidates() {
        List<File> homes = new ArrayList<File>();
        homes.add(new File(System.getProperty("java.home")));
        for (String name : Arrays.asList("JAVA_HOME", "JDK_HOME")) {
            Optional.ofNullable(System.getenv(name)).map(File::new).ifPresent(homes::add);
        }
        String user = System.getProperty("user.home");
        for (String folder :
                Arrays.asList(
                        "/usr/lib/jvm",
                        "/usr/java",
                        "/opt/java",
                        "/Library/Java/JavaVirtualMachines",
                        user + "/.jdks",
                        user + "/.sdkman/candidates/java")) {
            File[] found = new File(folder).listFiles();
            if (found != null) {
                Arrays.sort(found);
                homes.addAll(Arrays.asList(found));
            }
        }
        return homes;
    }

    private static boolean isNewEnough(File home) {
        File release = new File(home, "release");
        if (!release.isFile() || !new File(home, "bin/java").canExecute()) {
            return false;
        }
        try {
            byte[] text = Files.readAllBytes(release.toPath());
            Matcher version = VERSION.matcher(new String(text, StandardCharsets.UTF_8));
            return version.find() && Integer.parseInt(version.group(1)) >= NEEDED;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(File java, String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<String>();
        command.add(java.getPath());
        command.addAll(options());
        command.addAll(
                Arrays.asList("-cp", System.getProperty("java.class.path"), Start.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!speaksUtf8()) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        Arguments.hand(args, builder);
        Process process = builder.inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return process.waitFor();
    }

    /** Passes a signal on, and lets the command say its last word. */
    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the launchers give every Java that runs the command line. */
    private static List<String> options() throws IOException {
        List<String> options = new ArrayList<String>();
        InputStream file = Start.class.getResourceAsStream("/META-INF/jvm.options");
        if (file == null) {
            return options; // run from classes, not from the jar
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    options.add(line);
                }
            }
        }
        return options;
    }
}
