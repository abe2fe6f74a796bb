// Bundles style sheets, scripts and fonts into target/classes/assets under names that carry a hash
// of their content, and writes assets.properties (plain name = hashed name) for the server.
// Libraries are fetched only when the lock file is not the one last installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCountries } from './countries.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const out = join(home, 'target/classes/assets');

function install() {
  const stamp = join(home, 'node_modules/.seedhouse-lock');
  const lock = createHash('sha256').update(readFileSync(join(home, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: home, stdio: 'inherit', timeout: 600_000, shell: process.platform === 'win32',
  });
  if (npm.error || npm.status !== 0) {
    console.error('The front-end libraries could not be installed: npm ci must succeed in publisher-web.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

async function bundle() {
  const { build } = await import('esbuild');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const result = await build({
    absWorkingDir: home,
    entryPoints: ['src/main/web/css/seedhouse.css', 'src/main/web/js/page.js', 'src/main/web/js/studio.js', 'src/main/web/js/digest.js'],
    outdir: out,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true, minify: true, format: 'esm', target: 'es2022', metafile: true,
    loader: { '.woff2': 'file' }, legalComments: 'none', logLevel: 'warning',
  });
  const lines = Object.keys(result.metafile.outputs)
    .map((path) => basename(path))
    .map((file) => `${file.replace(/-[A-Z0-9]{8}(?=\.)/, '')}=${file}`);
  writeFileSync(join(out, 'assets.properties'), lines.sort().join('\n') + '\n');
}

install();
await bundle();
writeCountries(home, join(home, 'target/classes/io/seedhouse/publisher/visit/countries.bin'));
