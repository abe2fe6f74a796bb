// WebTorrent with WebRTC, as a program that fetches or shares one torrent until it is told to end:
// node film.mjs INSTALLATION TORRENT FOLDER. Trackers are all it knows to find peers by.
import { load } from "./installation.mjs";

const [installation, torrentId, path] = process.argv.slice(2);
const { default: WebTorrent } = await load(installation, "webtorrent/index.js");

const client = new WebTorrent({
  torrentPort: 6881,
  tracker: { rtcConfig: { iceServers: [] } },
  dht: false,
  lsd: false,
  utPex: false,
  natUpnp: false,
  natPmp: false,
  utp: false,
});
client.on("error", (error) => {
  console.log("error " + error.message);
  process.exit(1);
});

const torrent = client.add(torrentId, { path });
torrent.on("warning", (warning) => console.log("warning " + warning.message));
torrent.on("done", () => console.log("whole"));
process.on("SIGTERM", () => client.destroy(() => process.exit(0)));
