// A worker: the SHA-256 of a whole file, read in small parts, so that memory stays flat.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const PART = 8 * 1024 * 1024;

onmessage = async ({ data: file }) => {
  try {
    const digest = sha256.create();
    for (let at = 0; at < file.size; at += PART) {
      digest.update(new Uint8Array(await file.slice(at, at + PART).arrayBuffer()));
    }
    postMessage({ sha256: bytesToHex(digest.digest()) });
  } catch (error) {
    postMessage({ problem: String(error) });
  }
};
