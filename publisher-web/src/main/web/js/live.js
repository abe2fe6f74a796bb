// Brings the marked parts of this page up to date and leaves half-filled forms alone.
export async function refresh() {
  const answer = await fetch(location.href, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) {
    location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(old.id);
    if (!next) continue;
    keepTicks(old, next);
    old.replaceWith(next);
  }
}

function keepTicks(old, next) {
  for (const tick of next.querySelectorAll('input[type=checkbox]')) {
    const before = [...old.querySelectorAll('input[type=checkbox]')].find((t) => t.value === tick.value);
    if (before) tick.checked = before.checked;
  }
}
