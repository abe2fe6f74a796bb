package io.seedhouse.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.libtorrent4j.AddTorrentParams;
import org.libtorrent4j.InfoHash;
import org.libtorrent4j.SessionManager;
import org.libtorrent4j.SessionParams;
import org.libtorrent4j.SettingsPack;
import org.libtorrent4j.TorrentHandle;
import org.libtorrent4j.TorrentInfo;
import org.libtorrent4j.swig.settings_pack;
import org.libtorrent4j.swig.torrent_flags_t;

/**
 * The program behind {@link Libtorrent}: fetches one torrent, says so, and shares it until its
 * input ends. Every way to find peers but the tracker is off.
 */
final class LibtorrentPeer {

    private static final int POLL_MILLIS = 100;

    private LibtorrentPeer() {}

    /**
     * @param arguments port to listen on, torrent or magnet link, folder to download into, and
     *     {@code peers-only} to do without the torrent's web seeds, or {@code successor} and a
     *     torrent to fetch next
     */
    public static void main(String[] arguments) throws Exception {
        var session = new SessionManager();
        session.start(new SessionParams(settings(arguments[0])));
        File into = Files.createDirectories(Path.of(arguments[2])).toFile();
        boolean peersOnly = arguments.length > 3 && arguments[3].equals("peers-only");
        InfoHash infohash =
                arguments[1].startsWith("magnet:")
                        ? resolve(session, arguments[1], into)
                        : download(
                                session, new TorrentInfo(new File(arguments[1])), into, peersOnly);
        awaitWhole(session, infohash);
        if (arguments.length > 4 && arguments[3].equals("successor")) {
            InfoHash successor =
                    download(session, new TorrentInfo(new File(arguments[4])), into, false);
            awaitWhole(session, successor);
            TorrentHandle handle = session.find(successor.getBest());
            System.out.println("fetched " + handle.status().totalPayloadDownload());
        }
        System.out.println("whole");
        while (System.in.read() >= 0) {
            // shares until whoever started it lets go
        }
        session.stop();
    }

    private static InfoHash download(
            SessionManager session, TorrentInfo torrent, File into, boolean peersOnly) {
        print(torrent.infoHashes());
        if (peersOnly) {
            torrent.setWebSeeds(List.of());
        }
        session.download(torrent, into);
        return torrent.infoHashes();
    }

    private static InfoHash resolve(SessionManager session, String magnet, File into) {
        InfoHash infohash = AddTorrentParams.parseMagnetUri(magnet).getInfoHashes();
        print(infohash);
        session.download(magnet, into, new torrent_flags_t());
        return infohash;
    }

    private static void print(InfoHash infohash) {
        System.out.println("v1 " + infohash.swig().getV1().to_hex());
        System.out.println("v2 " + infohash.swig().getV2().to_hex());
    }

    private static void awaitWhole(SessionManager session, InfoHash infohash)
            throws InterruptedException {
        while (true) {
            TorrentHandle handle = session.find(infohash.getBest());
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
