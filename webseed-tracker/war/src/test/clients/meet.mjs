// Two of WebTorrent's tracker clients meet through a tracker: node meet.mjs INSTALLATION WS-ADDRESS INFOHASH
// Each step prints a line; the exit status is 0 when all went as it should.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { load } from "./installation.mjs";

const [installation, announce, infoHash, role] = process.argv.slice(2);
const { default: Client } = await load(installation, "bittorrent-tracker/client.js");

function client(name) {
  const peerId = Buffer.from(`-XX0001-${name}`.padEnd(20, "."));
  const made = new Client({ infoHash, peerId, announce, port: 6881, rtcConfig: { iceServers: [] } });
  made.on("warning", (warning) => {
    console.log("warning " + warning.message);
    process.exit(1);
  });
  return made;
}

async function waiting() {
  const seeder = client("seeder");
  seeder.start({ left: 0, numwant: 0 });
  await once(seeder, "update");
  console.log("waiting");
  const [peer] = await once(seeder, "peer");
  await once(peer, "connect");
  peer.send("the film");
  await once(process.stdin, "end");
}

async function coming() {
  const other = spawn(process.execPath, [...process.argv.slice(1, 5), "wait"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(other.stdout), "line");
  if (line !== "waiting") throw new Error(line);

  const leecher = client("leecher");
  const found = once(leecher, "peer");
  leecher.start({ left: 100 });
  const [update] = await once(leecher, "update");
  console.log(`started ${update.complete} ${update.incomplete}`);

  const [peer] = await found;
  const [data] = await once(peer, "data");
  console.log("received " + Buffer.from(data));

  leecher.scrape();
  const [scraped] = await once(leecher, "scrape");
  console.log(`scraped ${scraped.complete} ${scraped.incomplete} ${scraped.downloaded}`);

  leecher.complete({ left: 0 });
  const [completed] = await once(leecher, "update");
  console.log(`completed ${completed.complete} ${completed.incomplete}`);

  leecher.stop({ left: 0 });
  const [stopped] = await once(leecher, "update");
  console.log(`stopped ${stopped.complete} ${stopped.incomplete}`);
  other.stdin.end();
}

setTimeout(() => process.exit(1), 50_000);
await (role === "wait" ? waiting() : coming());
process.exit(0);
