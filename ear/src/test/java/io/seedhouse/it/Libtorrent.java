package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.libtorrent4j.SessionManager;
import org.libtorrent4j.SessionParams;
import org.libtorrent4j.SettingsPack;
import org.libtorrent4j.TorrentHandle;
import org.libtorrent4j.TorrentInfo;
import org.libtorrent4j.swig.settings_pack;

/**
 * A real BitTorrent client on loopback: libtorrent, with every way to find peers but the tracker
 * off.
 */
final class Libtorrent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SessionManager session = new SessionManager();

    Libtorrent() {
        var settings = new SettingsPack();
        settings.listenInterfaces("127.0.0.1:" + PlatformUnderTest.freePort());
        settings.setEnableDht(false);
        settings.setEnableLsd(false);
        off(settings, settings_pack.bool_types.enable_upnp);
        off(settings, settings_pack.bool_types.enable_natpmp);
        off(settings, settings_pack.bool_types.ssrf_mitigation);
        settings.setBoolean(
                settings_pack.bool_types.allow_multiple_connections_per_ip.swigValue(), true);
        session.start(new SessionParams(settings));
    }

    /** Fetches a whole torrent and goes on sharing it until closed. */
    void download(TorrentInfo torrent, Path into) throws IOException {
        Files.createDirectories(into);
        session.download(torrent, into.toFile());
        TorrentHandle whole =
                Await.until(
                        "libtorrent has the whole torrent",
                        PATIENCE,
                        () ->
                                Optional.ofNullable(session.find(torrent.infoHash()))
                                        .filter(handle -> handle.status().isSeeding()));
        assertEquals(100, Math.round(whole.status().progress() * 100));
    }

    static String infohashV1(TorrentInfo torrent) {
        return torrent.infoHashes().swig().getV1().to_hex();
    }

    static String infohashV2(TorrentInfo torrent) {
        return torrent.infoHashes().swig().getV2().to_hex();
    }

    @Override
    public void close() {
        session.stop();
    }

    private static void off(SettingsPack settings, settings_pack.bool_types setting) {
        settings.setBoolean(setting.swigValue(), false);
    }
}
