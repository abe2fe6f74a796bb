import { strength } from './account.js';
import { autosave } from './autosave.js';
import { codeFile } from './codes.js';
import { localMoment } from './premiere.js';
import { follow } from './sealing.js';
import { uploads } from './upload.js';

/** What each kind of marked part does; a part that took an old one's place is bound anew. */
const PARTS = [
  ['#drop', (drop) => {
    drop.hidden = false;
    uploads(drop);
  }],
  ['input[type=datetime-local]', localMoment],
  ['[data-sealing]', follow],
  ['[data-code-file]', codeFile],
  ['form[data-autosave]', autosave],
  ['[data-strength]', strength],
];
const bound = new WeakSet();

function bind() {
  for (const [selector, work] of PARTS) {
    for (const part of document.querySelectorAll(selector)) {
      if (bound.has(part)) continue;
      bound.add(part);
      work(part);
    }
  }
}

bind();
document.addEventListener('seedhouse:live', bind);
