// Makes a torrent with WebTorrent's create-torrent: node make.mjs INSTALLATION INPUT TORRENT
// The pinned package is fetched into INSTALLATION once.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [installation, input, torrent] = process.argv.slice(2).map((path) => resolve(path));
const complete = join(installation, "complete");

if (!existsSync(complete)) {
  const source = dirname(fileURLToPath(import.meta.url));
  mkdirSync(installation, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(join(source, file), join(installation, file));
  }
  execFileSync("npm", ["ci", "--ignore-scripts", "--prefer-offline"], { cwd: installation });
  writeFileSync(complete, "");
}

const entry = pathToFileURL(join(installation, "node_modules/create-torrent/index.js"));
const { default: createTorrent } = await import(entry);
const options = {
  announceList: [["http://one.example/a", "http://two.example/a"], ["ws://three.example"]],
  urlList: ["http://seed.example/"],
  comment: "made by create-torrent",
  private: true,
  pieceLength: 65536,
};
createTorrent(input, options, (error, bytes) => {
  if (error) throw error;
  writeFileSync(torrent, bytes);
});
