// Many of WebTorrent's tracker clients in one torrent, as a load:
// node crowd.mjs INSTALLATION INFOHASH CLIENTS ANNOUNCE-URL... makes so many for each tracker, all of
// which have begun to fetch and ask about once a second, until it is told to end. They repair nothing:
// whatever goes wrong is left to the client, and said. Of the time that a client waits before it tries
// a WebSocket again, up to five minutes are left to chance; here they never pass.
import { load } from "./installation.mjs";

const [installation, infoHash, clients, ...trackers] = process.argv.slice(2);
const { default: Client } = await load(installation, "bittorrent-tracker/index.js");
const OFTEN = 1_000;

Math.random = () => 0;

function join(announce, port) {
  const peerId = Buffer.from("-XX0001-" + String(port).padStart(12, "0")).toString("hex");
  const client = new Client({ infoHash, peerId, announce, port });
  client.on("error", (error) => console.log("error " + error.message));
  client.on("warning", (warning) => console.log("warning " + warning.message));
  client.start({ left: 100, numwant: 0 });
  setInterval(() => client.update({ left: 100, numwant: 0 }), OFTEN);
}

let port = 20_000;
for (const tracker of trackers) {
  for (let made = 0; made < Number(clients); made++, port++) {
    // Clients of one program share a WebSocket to one address.
    join(tracker.startsWith("ws:") ? `${tracker}?${port}` : tracker, port);
  }
}
