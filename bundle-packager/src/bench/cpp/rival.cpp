// What libtorrent does, as the benchmark's rival: "create FILE PIECE OUT" hashes a file into a hybrid
// torrent with two hashing threads; "check TORRENT FOLDER" is the check that a forced recheck does.
#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/alert_types.hpp>
#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/session.hpp>
#include <libtorrent/settings_pack.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>
#include <libtorrent/version.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

lt::settings_pack two_threads() {
  lt::settings_pack settings;
  settings.set_int(lt::settings_pack::hashing_threads, 2);
  settings.set_int(lt::settings_pack::aio_threads, 2);
  return settings;
}

int create(std::string const& file, int piece, char const* out) {
  lt::file_storage files;
  lt::add_files(files, file);
  lt::create_torrent torrent(files, piece);
  lt::error_code error;
  lt::set_piece_hashes(torrent, file.substr(0, file.rfind('/')), two_threads(),
                       [](lt::piece_index_t) {}, error);
  if (error) {
    std::cerr << error.message() << "\n";
    return 1;
  }
  std::ofstream stream(out, std::ios::binary);
  lt::bencode(std::ostreambuf_iterator<char>(stream), torrent.generate());
  return 0;
}

int check(char const* torrent, char const* folder) {
  lt::settings_pack settings = two_threads();
  settings.set_str(lt::settings_pack::listen_interfaces, "127.0.0.1:0");
  settings.set_bool(lt::settings_pack::enable_dht, false);
  settings.set_bool(lt::settings_pack::enable_lsd, false);
  settings.set_bool(lt::settings_pack::enable_upnp, false);
  settings.set_bool(lt::settings_pack::enable_natpmp, false);
  settings.set_int(lt::settings_pack::alert_mask, lt::alert_category::status | lt::alert_category::error);
  lt::session session(settings);
  lt::add_torrent_params params;
  params.ti = std::make_shared<lt::torrent_info>(std::string(torrent));
  params.ti->clear_trackers();
  params.save_path = folder;
  lt::torrent_handle handle = session.add_torrent(params);
  for (;;) {
    session.wait_for_alert(lt::seconds(60));
    std::vector<lt::alert*> alerts;
    session.pop_alerts(&alerts);
    for (lt::alert* alert : alerts) {
      if (lt::alert_cast<lt::torrent_checked_alert>(alert)) {
        bool whole = handle.status().is_seeding;
        if (!whole) std::cerr << "not whole\n";
        std::quick_exit(whole ? 0 : 1);
      }
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string mode = argc > 1 ? argv[1] : "version";
  if (mode == "create" && argc == 5) return create(argv[2], std::atoi(argv[3]), argv[4]);
  if (mode == "check" && argc == 4) return check(argv[2], argv[3]);
  std::cout << "libtorrent " << LIBTORRENT_VERSION << "\n";
  return 0;
}
