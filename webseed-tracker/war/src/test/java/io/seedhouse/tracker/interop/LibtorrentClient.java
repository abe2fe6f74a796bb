package io.seedhouse.tracker.interop;

import java.io.File;
import java.util.concurrent.CountDownLatch;
import org.libtorrent4j.AlertListener;
import org.libtorrent4j.SessionManager;
import org.libtorrent4j.SessionParams;
import org.libtorrent4j.SettingsPack;
import org.libtorrent4j.TorrentInfo;
import org.libtorrent4j.alerts.Alert;
import org.libtorrent4j.alerts.AlertType;
import org.libtorrent4j.swig.settings_pack;

/**
 * libtorrent as a program: fetches or shares one torrent until it is told to end. Each line of its
 * input makes it announce, as if its interval had passed.
 */
final class LibtorrentClient {
    private LibtorrentClient() {}

    /**
     * @param arguments torrent, and folder to keep its folder in
     */
    public static void main(String[] arguments) throws Exception {
        TorrentInfo torrent = new TorrentInfo(new File(arguments[0]));
        SessionManager session = new SessionManager();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(session, stopped)));
        session.addListener(new TrackerErrors());
        session.start(new SessionParams(settings()));
        session.download(torrent, new File(arguments[1]));
        while (System.in.read() >= 0) {
            session.find(torrent.infoHash()).forceReannounce();
        }
        stopped.await();
    }

    private static void stop(SessionManager session, CountDownLatch stopped) {
        session.stop();
        stopped.countDown();
    }

    /** Says what trackers refuse, for whoever reads why a test failed. */
    private static final class TrackerErrors implements AlertListener {
        @Override
        public int[] types() {
            return new int[] {AlertType.TRACKER_ERROR.swig(), AlertType.LISTEN_FAILED.swig()};
        }

        @Override
        public void alert(Alert<?> alert) {
            System.out.println(alert.message());
        }
    }

    private static SettingsPack settings() {
        SettingsPack settings = new SettingsPack();
        settings.listenInterfaces("0.0.0.0:6881,[::]:6881");
        settings.setEnableDht(false);
        settings.setEnableLsd(false);
        set(settings, settings_pack.bool_types.enable_upnp, false);
        set(settings, settings_pack.bool_types.enable_natpmp, false);
        return settings;
    }

    private static void set(SettingsPack settings, settings_pack.bool_types type, boolean value) {
        settings.setBoolean(type.swigValue(), value);
    }
}
