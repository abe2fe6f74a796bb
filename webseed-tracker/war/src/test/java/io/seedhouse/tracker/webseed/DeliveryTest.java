package io.seedhouse.tracker.webseed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.seedhouse.tracker.http.RawClient;
import io.seedhouse.tracker.http.RawClient.Response;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.torrent.Admitting;
import io.undertow.Undertow;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When the disk does not keep what the first look at it promised. */
class DeliveryTest {
    private static final UUID BUNDLE = UUID.randomUUID();

    @TempDir Path home;
    private final WebSeed seed =
            new WebSeed(WebSeeds.unlimited(Admitting.only(), Path.of("unused"), new Tally()));
    private WebSeed.Lookup lookup = Optional::empty;
    private final Undertow server =
            Undertow.builder()
                    .addHttpListener(0, "127.0.0.1")
                    .setHandler(exchange ->
                            exchange.dispatch(() -> seed.answer(exchange, BUNDLE, lookup, x -> {})))
                    .build();

    @AfterEach
    void stop() {
        server.stop();
    }

    private Response get(String... headers) throws IOException {
        server.start();
        int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
        return new RawClient(port).get("/film.age", headers);
    }

    private static void assertOnlyAboutTheFailure(Response failure) {
        assertEquals(503, failure.status());
        assertEquals("The file could not be read; please try again later.\n", failure.text());
        assertEquals("" + failure.body().length, failure.header("content-length"));
        assertEquals("text/plain; charset=utf-8", failure.header("content-type"));
        for (String header : new String[] {"etag", "last-modified", "content-range"}) {
            assertEquals("", failure.header(header), header);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Whole: 1", "Range: bytes=3-5"})
    void saysNothingOfAFileThatCannotBeOpened(String header) throws IOException {
        Path gone = home.resolve("film.age");
        lookup = () -> Optional.of(new Seed.StoredFile(gone, false, 1000, Instant.EPOCH));
        assertOnlyAboutTheFailure(get(header));
    }

    @Test
    void saysNothingOfAFileThatShrank() throws IOException {
        Path shrunk = Files.writeString(home.resolve("film.age"), "short");
        lookup = () -> Optional.of(new Seed.StoredFile(shrunk, false, 1000, Instant.EPOCH));
        assertOnlyAboutTheFailure(get("Range: bytes=3-500"));
    }

    @Test
    void doesNotCallAFileMissingThatTheDiskCannotTellAbout() throws IOException {
        lookup =
                () -> {
                    throw new FileSystemException("film.age", null, "Input/output error");
                };
        assertOnlyAboutTheFailure(get());
    }
}
