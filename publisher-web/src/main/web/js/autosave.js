// Sends marked forms by themselves while people work in them, just as their button would. The
// answer is the page anew: its parts take the place of the old ones, but for what is being typed.
import { replaceLive } from './live.js';
import { say } from './say.js';

const PAUSE = 800;
const RETRY = 5000;
const said = document.getElementById('saved');

export function autosave(form) {
  const keep = `seedhouse${form.getAttribute('action')}`;
  let timer = 0;
  let sending = false;
  let again = false;
  let sent = fields(form);

  form.classList.add('saves-itself');
  restore(form, keep);
  form.addEventListener('input', (event) => wait(event.target.matches('textarea, input:not([type])') ? PAUSE : 0));
  form.addEventListener('change', () => wait(0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    wait(0);
  });
  // What is half-way when the page goes is sent along with it.
  addEventListener('pagehide', () => {
    if (fields(form) === sent) return;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    fetch(form.action, { method: 'POST', headers, body: whole(form), keepalive: true }).catch(() => {});
  });
  addEventListener('online', () => { if (fields(form) !== sent) wait(0); });
  if (fields(form) !== sent) wait(0);

  function wait(pause) {
    clearTimeout(timer);
    if (fields(form) === sent) return;
    remember(keep, whole(form));
    tell('save.soon');
    timer = setTimeout(send, pause);
  }

  async function send() {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    const now = fields(form);
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: whole(form),
        signal: AbortSignal.timeout(20_000),
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      show(answer, page, now);
    } catch {
      tell('save.offline');
      timer = setTimeout(send, RETRY);
    }
    sending = false;
    if (again) {
      again = false;
      wait(0);
    }
  }

  function show(answer, page, now) {
    const part = form.dataset.autosave;
    const fresh = page.getElementById(part);
    if (!fresh) {
      // Signed out meanwhile, or the server is ill: what was typed stays here.
      tell(answer.redirected ? 'save.signed-out' : 'save.failed');
      return;
    }
    if (answer.ok) {
      sent = now;
      if (fields(form) === now) forget(keep);
      tell('save.done');
    } else {
      tell('save.refused');
    }
    const mine = document.getElementById(part);
    if (mine.contains(form)) {
      if (!answer.ok) mine.prepend(...refusals(mine, fresh));
      else refusals(mine, fresh);
    } else {
      mine.replaceWith(fresh);
    }
    const revision = page.querySelector(`form[action="${form.getAttribute('action')}"] [name=revision]`);
    if (revision && form.elements.revision) form.elements.revision.value = revision.value;
    if (answer.ok) replaceLive(page, part);
  }
}

function refusals(mine, fresh) {
  for (const old of mine.querySelectorAll(':scope > [role=alert]')) old.remove();
  return [...fresh.querySelectorAll(':scope > [role=alert]')];
}

/** What a person has entered; the revision is between this script and the server. */
function fields(form) {
  const data = new URLSearchParams(new FormData(form));
  data.delete('revision');
  return data.toString();
}

function whole(form) {
  return new URLSearchParams(new FormData(form)).toString();
}

function tell(key) {
  if (said) said.textContent = say(key);
}

// A tab may be closed while nothing can be sent: the words wait in this browser.
function remember(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch { /* Full or forbidden: then only the page holds them. */ }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch { /* As above. */ }
}

function restore(form, key) {
  let kept = null;
  try {
    kept = localStorage.getItem(key);
  } catch { /* As above. */ }
  if (!kept || form.querySelector('[type=checkbox]')) return;
  for (const [name, value] of new URLSearchParams(kept)) {
    const field = form.elements[name];
    if (field && 'value' in field) field.value = value;
  }
  tell('save.restored');
}
