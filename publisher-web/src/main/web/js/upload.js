// Uploads one file after another through tus: a broken connection is resumed by itself, a closed
// page by choosing the same file again.
import { Upload } from 'tus-js-client';
import { refresh } from './live.js';
import { duration, size } from './words.js';

const CHUNK = 32 * 1024 * 1024;
const RETRIES = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];
const RATE_WINDOW = 5000;

export function uploads(drop) {
  const list = document.getElementById('uploading');
  const picker = drop.querySelector('input[type=file]');
  const waiting = [];
  let busy = false;

  function add(files) {
    const access = drop.querySelector('input[name=access]:checked').value;
    for (const file of files) waiting.push(new Row(list, file, access, drop.dataset));
    next();
  }

  async function next() {
    if (busy || waiting.length === 0) return;
    busy = true;
    await waiting.shift().run();
    busy = false;
    if (waiting.length === 0) await refresh().catch(() => location.reload());
    next();
  }

  picker.addEventListener('change', () => {
    add([...picker.files]);
    picker.value = '';
  });
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop') add([...event.dataTransfer.files]);
    });
  }
  addEventListener('beforeunload', (event) => {
    if (busy) event.preventDefault();
  });
}

/** One file under way: its line, its meter and its pause button. */
class Row {
  #bar = element('progress', { max: 1, value: 0 });
  #facts = element('span', { className: 'small', textContent: 'Waiting' });
  #pause = element('button', { className: 'link', type: 'button', textContent: 'Pause', hidden: true });
  #line = element('li');
  #file;
  #upload;
  #paused = false;
  #marks = [];

  constructor(list, file, access, { endpoint, bundle }) {
    this.#file = file;
    this.#bar.setAttribute('aria-label', file.name);
    const about = element('div');
    about.append(element('b', { textContent: file.name }), element('br'), this.#facts);
    this.#line.append(about, this.#pause, this.#bar);
    list.append(this.#line);
    this.#upload = new Upload(file, {
      endpoint,
      metadata: { bundle, filename: file.name, access },
      chunkSize: CHUNK,
      retryDelays: RETRIES,
      parallelUploads: 1,
      uploadDataDuringCreation: false,
      removeFingerprintOnSuccess: true,
      fingerprint: async () => ['seedhouse', bundle, access, file.name, file.size, file.lastModified].join('/'),
      onProgress: (sent, total) => this.#progress(sent, total),
    });
    this.#pause.addEventListener('click', () => this.#toggle());
  }

  /** Settles when the file has arrived or has failed for good. */
  async run() {
    const [earlier] = await this.#upload.findPreviousUploads();
    if (earlier) this.#upload.resumeFromPreviousUpload(earlier);
    this.#pause.hidden = false;
    await new Promise((settled) => {
      this.#upload.options.onSuccess = () => {
        this.#line.remove();
        settled();
      };
      this.#upload.options.onError = (error) => {
        this.#fail(error);
        settled();
      };
      this.#upload.start();
    });
  }

  #toggle() {
    this.#paused = !this.#paused;
    this.#pause.textContent = this.#paused ? 'Continue' : 'Pause';
    this.#marks = [];
    if (this.#paused) {
      this.#upload.abort();
      this.#facts.textContent = 'Paused';
    } else {
      this.#upload.start();
    }
  }

  #progress(sent, total) {
    if (this.#paused) return;
    const now = performance.now();
    this.#marks.push([now, sent]);
    while (this.#marks.length > 2 && now - this.#marks[0][0] > RATE_WINDOW) this.#marks.shift();
    const [then, before] = this.#marks[0];
    const rate = ((sent - before) * 1000) / Math.max(1, now - then);
    this.#bar.value = total ? sent / total : 1;
    const left = rate > 0 ? `, ${size(rate)}/s, ${duration((total - sent) / rate)} left` : '';
    this.#facts.textContent = `${size(sent)} of ${size(total)}${left}`;
  }

  #fail(error) {
    this.#pause.hidden = true;
    this.#bar.hidden = true;
    this.#facts.className = 'small say wrong';
    this.#facts.setAttribute('role', 'alert');
    this.#facts.textContent = reason(error, this.#file);
  }
}

function reason(error, file) {
  try {
    return JSON.parse(error.originalResponse.getBody()).detail;
  } catch {
    return `The connection broke. Choose ${file.name} again to go on where it stopped.`;
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
