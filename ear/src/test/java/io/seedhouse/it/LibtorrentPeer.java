package io.seedhouse.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.libtorrent4j.SessionManager;
import org.libtorrent4j.SessionParams;
import org.libtorrent4j.SettingsPack;
import org.libtorrent4j.TorrentHandle;
import org.libtorrent4j.TorrentInfo;
import org.libtorrent4j.swig.settings_pack;

/**
 * The program behind {@link Libtorrent}: fetches one torrent, says so, and shares it until its
 * input ends. Every way to find peers but the tracker is off.
 */
final class LibtorrentPeer {

    private static final int POLL_MILLIS = 100;

    private LibtorrentPeer() {}

    /**
     * @param arguments port to listen on, torrent, folder to download into, and {@code peers-only}
     *     to do without web seeds
     */
    public static void main(String[] arguments) throws Exception {
        var torrent = new TorrentInfo(new File(arguments[1]));
        System.out.println("v1 " + torrent.infoHashes().swig().getV1().to_hex());
        System.out.println("v2 " + torrent.infoHashes().swig().getV2().to_hex());
        if (arguments.length > 3 && arguments[3].equals("peers-only")) {
            torrent.setWebSeeds(List.of());
        }
        var session = new SessionManager();
        session.start(new SessionParams(settings(arguments[0])));
        session.download(torrent, Files.createDirectories(Path.of(arguments[2])).toFile());
        awaitWhole(session, torrent);
        System.out.println("whole");
        while (System.in.read() >= 0) {
            // shares until whoever started it lets go
        }
        session.stop();
    }

    private static void awaitWhole(SessionManager session, TorrentInfo torrent)
            throws InterruptedException {
        while (true) {
            TorrentHandle handle = session.find(torrent.infoHash());
            if (handle != null && handle.status().isSeeding()) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static SettingsPack settings(String port) {
        var settings = new SettingsPack();
        settings.listenInterfaces("127.0.0.1:" + port);
        settings.setEnableDht(false);
        settings.setEnableLsd(false);
        set(settings, settings_pack.bool_types.enable_upnp, false);
        set(settings, settings_pack.bool_types.enable_natpmp, false);
        set(settings, settings_pack.bool_types.ssrf_mitigation, false);
        set(settings, settings_pack.bool_types.allow_multiple_connections_per_ip, true);
        return settings;
    }

    private static void set(SettingsPack settings, settings_pack.bool_types type, boolean value) {
        settings.setBoolean(type.swigValue(), value);
    }
}
