// Follows a sealing run once a second and shows the page anew when it has ended.
import { size } from './words.js';

export async function follow(box) {
  const bar = box.querySelector('progress');
  const facts = box.querySelector('[role=status]');
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 1000));
    const bundle = await ask(box.dataset.sealing);
    if (!bundle) continue;
    if (bundle.status !== 'sealing') {
      location.reload();
      return;
    }
    const { doneBytes, totalBytes } = bundle.progress ?? {};
    if (totalBytes > 0) {
      bar.max = totalBytes;
      bar.value = doneBytes;
      facts.textContent = `${size(doneBytes)} of ${size(totalBytes)}`;
    }
  }
}

async function ask(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
