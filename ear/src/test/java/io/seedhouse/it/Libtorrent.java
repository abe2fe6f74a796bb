package io.seedhouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real BitTorrent client on loopback: libtorrent, in a process of its own. */
final class Libtorrent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private Libtorrent(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Fetches a whole torrent, from web seed and peers, and goes on sharing it until closed. */
    static Libtorrent download(byte[] torrent, Path into) throws IOException {
        return start(torrent, into, List.of());
    }

    /** As {@link #download}, from peers alone. */
    static Libtorrent downloadFromPeers(byte[] torrent, Path into) throws IOException {
        return start(torrent, into, List.of("peers-only"));
    }

    /** As {@link #download}, knowing nothing but a magnet link. */
    static Libtorrent resolve(String magnet, Path into) throws IOException {
        Files.createDirectories(into);
        return start(magnet, into, List.of());
    }

    /** Begins to fetch a whole torrent; {@link #awaitWhole} waits for it. */
    static Libtorrent begin(byte[] torrent, Path into) throws IOException {
        Files.createDirectories(into);
        Path file = Files.write(into.resolveSibling(into.getFileName() + ".torrent"), torrent);
        return launch(file.toString(), into, List.of());
    }

    /** As {@link #download}, and then another torrent into the same folder. */
    static Libtorrent downloadBoth(byte[] torrent, byte[] successor, Path into) throws IOException {
        Path file = into.resolveSibling(into.getFileName() + "-2.torrent");
        Files.createDirectories(into);
        Files.write(file, successor);
        return start(torrent, into, List.of("successor", file.toString()));
    }

    /** Bytes of content that were fetched of the successor. */
    long fetchedOfSuccessor() {
        return Long.parseLong(line("fetched ").orElseThrow());
    }

    void awaitWhole() {
        Await.until("libtorrent has the whole torrent", PATIENCE, this::whole);
    }

    String infohashV1() {
        return line("v1 ").orElseThrow();
    }

    String infohashV2() {
        return line("v2 ").orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Libtorrent start(byte[] torrent, Path into, List<String> options)
            throws IOException {
        Files.createDirectories(into);
        Path file = Files.write(into.resolveSibling(into.getFileName() + ".torrent"), torrent);
        return start(file.toString(), into, options);
    }

    private static Libtorrent start(String torrentOrMagnet, Path into, List<String> options)
            throws IOException {
        Libtorrent client = launch(torrentOrMagnet, into, options);
        client.awaitWhole();
        return client;
    }

    private static Libtorrent launch(String torrentOrMagnet, Path into, List<String> options)
            throws IOException {
        Path output = into.resolveSibling(into.getFileName() + ".txt");
        var builder = new ProcessBuilder(command(torrentOrMagnet, into, options));
        // Chains the signal handlers that libtorrent4j installs with those of the Java runtime.
        builder.environment().put("LD_PRELOAD", java().resolve("lib/libjsig.so").toString());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new Libtorrent(builder.start(), output);
    }

    private static List<String> command(String torrentOrMagnet, Path into, List<String> options) {
        var fixed =
                Stream.of(
                        java().resolve("bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlibtorrent4j.jni.path=" + property("libtorrent4j.jni.path"),
                        "-cp",
                        property("java.class.path"),
                        LibtorrentPeer.class.getName(),
                        String.valueOf(PlatformUnderTest.freePort()),
                        torrentOrMagnet,
                        into.toString());
        return Stream.concat(fixed, options.stream()).toList();
    }

    private Optional<String> whole() {
        if (!process.isAlive()) {
            throw new AssertionError("libtorrent ended: " + text());
        }
        return line("whole");
    }

    private Optional<String> line(String start) {
        return text().lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    private String text() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path java() {
        return Path.of(property("java.home"));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
