// A seeder and a leecher of one torrent, both WebTorrent's tracker client, one step after the other:
// node announce.mjs INSTALLATION ANNOUNCE-URL INFOHASH. Prints what each step was answered.
import { load } from "./installation.mjs";

const [installation, announce, infoHash] = process.argv.slice(2);
const { default: Client } = await load(installation, "bittorrent-tracker/index.js");
const PATIENCE = 15_000;

function client(port) {
  const peerId = Buffer.from("-XX0001-" + String(port).padStart(12, "0")).toString("hex");
  const made = new Client({ infoHash, peerId, announce, port });
  made.on("error", (error) => {
    throw error;
  });
  return made;
}

/** Lets a client do something and prints the answer, with the peers that came in it. */
async function step(name, client, action, options) {
  const peers = [];
  const note = (peer) => peers.push(peer);
  client.on("peer", note);
  const answer = await new Promise((resolve) => {
    const late = setTimeout(() => resolve("no answer"), PATIENCE);
    const found = (text) => {
      clearTimeout(late);
      resolve(text);
    };
    client.once("update", (got) => found(`${got.complete} complete, ${got.incomplete} incomplete`));
    client.once("scrape", (got) =>
      found(`${got.complete} complete, ${got.downloaded} downloaded, ${got.incomplete} incomplete`),
    );
    client.once("warning", (warning) => found("refused: " + warning.message));
    client[action](options);
  });
  // Peers are told right after the answer itself, in the same turn.
  await new Promise(setImmediate);
  for (const event of ["peer", "update", "scrape", "warning"]) client.removeAllListeners(event);
  client.on("warning", () => {});
  console.log(`${name} ${action}: ${answer}${peers.map((peer) => ", " + peer).join("")}`);
}

const seeder = client(7001);
const leecher = client(7002);
await step("seeder", seeder, "start", { left: 0 });
await step("leecher", leecher, "start", {});
await step("leecher", leecher, "update", { left: 100 });
await step("leecher", leecher, "scrape");
await step("leecher", leecher, "complete", { left: 0 });
await step("seeder", seeder, "scrape");
await step("seeder", seeder, "stop", { left: 0 });
await step("leecher", leecher, "scrape");
process.exit(0);
