// Fetches the pinned packages into a folder of the build, once.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

function install(installation) {
  const complete = join(installation, "complete");
  if (existsSync(complete)) return;
  const source = dirname(fileURLToPath(import.meta.url));
  mkdirSync(installation, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(join(source, file), join(installation, file));
  }
  execFileSync("npm", ["ci", "--ignore-scripts", "--prefer-offline"], {
    cwd: installation,
    timeout: 120_000,
  });
  writeFileSync(complete, "");
}

const script = (text) => "data:text/javascript," + encodeURIComponent(text);

// WebRTC outside a browser is native code, which no package brings: without it, clients do without.
const NONE = script("export let RTCPeerConnection, RTCSessionDescription, RTCIceCandidate;");
const HOOK = `export const resolve = (name, context, next) =>
  name === "webrtc-polyfill" ? { url: "${NONE}", shortCircuit: true } : next(name, context);`;

/** Installs where that is still to be done, and imports a package's file from there. */
export async function load(installation, file) {
  const folder = resolve(installation);
  install(folder);
  register(script(HOOK));
  return import(pathToFileURL(join(folder, "node_modules", file)));
}
