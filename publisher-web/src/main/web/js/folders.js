// Files and folders that were dropped, as a flat list of files with their paths.
const MOST = 5000;
const HIDDEN = /^\.|^(Thumbs\.db|desktop\.ini)$/i;

export async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry, found) {
  if (HIDDEN.test(entry.name) || found.length >= MOST) return;
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    found.push({ file, path: entry.fullPath.slice(1) });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A folder gives its entries a hundred at a time.
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const child of some) await collect(child, found);
  }
}

/** A bundle has no folders: those within the one dropped become part of the name. */
export function nameOf(path) {
  const parts = path.split('/');
  return parts.length < 3 ? parts.at(-1) : parts.slice(1).join(' - ');
}
