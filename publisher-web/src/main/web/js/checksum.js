/**
 * The SHA-256 of a file in hexadecimal, reckoned beside the page so that it stays quick.
 * Null where it cannot be had; the upload counts all the same.
 */
export function digestOf(file, script) {
  return new Promise((done) => {
    const worker = new Worker(script, { type: 'module' });
    const end = (sha256) => {
      worker.terminate();
      done(sha256);
    };
    worker.onmessage = ({ data }) => end(data.sha256 ?? null);
    worker.onerror = () => end(null);
    worker.postMessage(file);
  });
}
