// Uploads files through tus, three at a time. A broken connection is resumed by itself; a closed
// page by choosing the same files again, for the server knows how far each has come.
import { Upload } from 'tus-js-client';
import { digestOf } from './checksum.js';
import { filesOf, nameOf } from './folders.js';
import { refresh } from './live.js';
import { Rate } from './rate.js';
import { count, say } from './say.js';
import { duration, size } from './words.js';

const AT_ONCE = 3;
const CHUNK = 32 * 1024 * 1024;
const RETRIES = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

/** What is usually given away; all else is sold until its publisher says otherwise. */
const FREE = /^(teaser|trailer|poster|cover|press|adelanto|cartel|readme|license)|\.(jpe?g|png|webp|gif|avif|txt|nfo|pdf)$/i;

export function uploads(drop) {
  const list = document.getElementById('uploading');
  const total = document.getElementById('uploads-total');
  const rows = new Set();
  const waiting = [];
  let running = 0;

  function add(files) {
    for (const { file, path } of files) {
      const row = new Row(list, file, nameOf(path), drop.dataset, sum);
      rows.add(row);
      waiting.push(row);
    }
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length > 0) {
      running++;
      run(waiting.shift());
    }
  }

  async function run(row) {
    await row.run();
    running--;
    if (row.arrived) rows.delete(row);
    sum();
    await refresh().catch(() => {});
    next();
  }

  function sum() {
    const open = [...rows].filter((row) => !row.failed);
    const left = open.reduce((bytes, row) => bytes + row.left, 0);
    const rate = open.reduce((bytes, row) => bytes + row.rate, 0);
    total.textContent = open.length < 2 ? '' : rate > 0
      ? count('upload.total', open.length, size(left), size(rate), duration(left / rate))
      : count('upload.waiting', open.length, size(left));
  }

  for (const picker of drop.querySelectorAll('input[type=file]')) {
    picker.addEventListener('change', () => {
      add([...picker.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      picker.value = '';
    });
  }
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(kind, async (event) => {
      event.preventDefault();
      drop.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop') add(await filesOf(event.dataTransfer));
    });
  }
  addEventListener('beforeunload', (event) => {
    if (running > 0) event.preventDefault();
  });
}

/** One file under way: its line, its meter and its pause button. */
class Row {
  arrived = false;
  failed = false;
  #bar = element('progress', { max: 1, value: 0 });
  #facts = element('span', { className: 'small', textContent: say('upload.row.waiting') });
  #part = element('span', { className: 'small' });
  #pause = element('button', { className: 'link small', type: 'button', textContent: say('upload.pause'), hidden: true });
  #line = element('li');
  #file;
  #name;
  #upload;
  #data;
  #sum;
  #sent = 0;
  #meter = new Rate();
  #paused = false;
  #digest = null;

  constructor(list, file, name, data, sum) {
    this.#file = file;
    this.#name = name;
    this.#data = data;
    this.#sum = sum;
    this.#bar.setAttribute('aria-label', name);
    const about = element('div');
    about.append(element('b', { textContent: name }), element('br'), this.#facts);
    const end = element('div', { className: 'end' });
    end.append(this.#part, this.#pause);
    this.#line.append(about, end, this.#bar);
    list.append(this.#line);
    const access = FREE.test(name) ? 'free' : 'paid';
    this.#upload = new Upload(file, {
      endpoint: data.endpoint,
      metadata: { bundle: data.bundle, filename: name, access },
      chunkSize: CHUNK,
      retryDelays: RETRIES,
      parallelUploads: 1,
      uploadDataDuringCreation: false,
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => patient(error),
      onProgress: (sent, all) => this.#progress(sent, all),
    });
  }

  get left() { return this.#file.size - this.#sent; }

  get rate() { return this.#paused ? 0 : this.#meter.value; }

  /** Settles when the file has arrived and is what was sent, or has failed for good. */
  async run() {
    this.#pause.hidden = false;
    this.#pause.addEventListener('click', () => this.#toggle());
    const online = () => { if (!this.#paused) this.#again(); };
    addEventListener('online', online);
    this.#digest = digestOf(this.#file, this.#data.digest);
    try {
      this.#upload.options.uploadUrl = await this.#begun();
      await new Promise((settled, broken) => {
        this.#upload.options.onSuccess = settled;
        this.#upload.options.onError = broken;
        this.#upload.start();
      });
      this.#pause.hidden = true;
      this.#facts.textContent = say('upload.comparing');
      await this.#compare();
      this.arrived = true;
      this.#line.remove();
    } catch (error) {
      this.#fail(error);
    } finally {
      removeEventListener('online', online);
    }
  }

  /** Where the same file was begun before, perhaps by another browser; null for a new one. */
  async #begun() {
    try {
      const answer = await fetch(`/api/v1/bundles/${this.#data.bundle}`, { signal: AbortSignal.timeout(10_000) });
      const { files } = await answer.json();
      const known = files.find((f) => f.name === this.#name && f.length === this.#file.size && f.offset < f.length);
      return known ? `${this.#data.endpoint}/${known.id}` : null;
    } catch {
      return null;
    }
  }

  /** Holds what arrived against the whole file as it lies here. */
  async #compare() {
    const sha256 = await this.#digest;
    if (!sha256) return;
    const id = new URL(this.#upload.url, location.href).pathname.split('/').pop();
    await fetch(`/api/v1/digests/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ sha256 }),
      signal: AbortSignal.timeout(30_000),
    });
  }

  #toggle() {
    this.#paused = !this.#paused;
    this.#pause.textContent = say(this.#paused ? 'upload.continue' : 'upload.pause');
    this.#meter.clear();
    if (this.#paused) {
      this.#upload.abort();
      this.#facts.textContent = say('upload.paused');
    } else {
      this.#upload.start();
    }
    this.#sum();
  }

  /** The network is back: no need to wait for the next try. */
  async #again() {
    await this.#upload.abort().catch(() => {});
    this.#upload.start();
  }

  #progress(sent, all) {
    if (this.#paused) return;
    this.#sent = sent;
    this.#meter.mark(sent);
    this.#bar.value = all ? sent / all : 1;
    this.#part.textContent = say('upload.percent', Math.floor(all ? (100 * sent) / all : 100));
    const rate = this.#meter.value;
    this.#facts.textContent = rate > 0
      ? say('upload.row', size(sent), size(all), size(rate), duration((all - sent) / rate))
      : say('upload.row.begun', size(sent), size(all));
    this.#sum();
  }

  #fail(error) {
    this.failed = true;
    this.#pause.hidden = true;
    this.#bar.hidden = true;
    this.#facts.className = 'small alarm';
    this.#facts.setAttribute('role', 'alert');
    this.#facts.textContent = reason(error, this.#name);
  }
}

/** A refusal stays one however often it is asked again. */
function patient(error) {
  const status = error.originalResponse ? error.originalResponse.getStatus() : 0;
  return status < 400 || status >= 500 || [409, 423, 429].includes(status);
}

function reason(error, name) {
  try {
    return JSON.parse(error.originalResponse.getBody()).detail;
  } catch {
    return say('upload.broken', name);
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
