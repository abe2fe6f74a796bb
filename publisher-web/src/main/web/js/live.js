// Brings the marked parts of this page up to date and leaves half-filled forms alone.
export async function refresh() {
  const answer = await fetch(location.href, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) {
    location.reload();
    return;
  }
  replaceLive(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

/** Takes the marked parts over from a fresh page, but for the one named. */
export function replaceLive(page, but) {
  for (const old of document.querySelectorAll('[data-live]')) {
    const next = page.getElementById(old.id);
    if (!next || old.id === but || old.contains(document.activeElement) && old.querySelector(':focus:not(a, button)')) continue;
    keepTicks(old, next);
    keepOpen(old, next);
    old.replaceWith(next);
  }
  document.dispatchEvent(new CustomEvent('seedhouse:live'));
}

function keepTicks(old, next) {
  for (const tick of next.querySelectorAll('input[type=checkbox][name=file]')) {
    const before = [...old.querySelectorAll('input[type=checkbox]')].find((t) => t.value === tick.value);
    if (before) tick.checked = before.checked;
  }
}

function keepOpen(old, next) {
  for (const details of next.querySelectorAll('details[id]')) {
    const before = old.querySelector(`#${CSS.escape(details.id)}`);
    if (before) details.open = before.open;
  }
}
