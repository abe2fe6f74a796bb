const WINDOW = 5000;

/** Bytes a second over the last five. */
export class Rate {
  #marks = [];

  mark(bytes) {
    const now = performance.now();
    this.#marks.push([now, bytes]);
    while (this.#marks.length > 2 && now - this.#marks[0][0] > WINDOW) this.#marks.shift();
  }

  clear() {
    this.#marks = [];
  }

  get value() {
    if (this.#marks.length < 2) return 0;
    const [then, before] = this.#marks[0];
    const [now, after] = this.#marks.at(-1);
    return now > then ? Math.max(0, ((after - before) * 1000) / (now - then)) : 0;
  }
}
