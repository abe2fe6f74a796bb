// Fetches the pinned packages into a folder of the build, once: node installation.mjs INSTALLATION
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const program = fileURLToPath(import.meta.url);

function install(installation) {
  const complete = join(installation, "complete");
  if (existsSync(complete)) return;
  mkdirSync(installation, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(join(dirname(program), file), join(installation, file));
  }
  execFileSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error"], {
    cwd: installation,
    timeout: 120_000,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(complete, "");
}

/** Installs where that is still to be done, and imports a package's file from there. */
export async function load(installation, file) {
  const folder = resolve(installation);
  install(folder);
  return import(pathToFileURL(join(folder, "node_modules", file)));
}

if (resolve(process.argv[1]) === program) install(resolve(process.argv[2]));
