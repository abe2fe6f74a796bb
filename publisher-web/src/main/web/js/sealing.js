// Follows a sealing run once a second and shows the page anew when it has ended.
import { Rate } from './rate.js';
import { say } from './say.js';
import { duration, size } from './words.js';

export async function follow(box) {
  const bar = box.querySelector('progress');
  const facts = box.querySelector('[role=status]');
  const rate = new Rate();
  for (;;) {
    await new Promise((wake) => setTimeout(wake, 1000));
    const bundle = await ask(box.dataset.sealing);
    if (!bundle) {
      facts.textContent = say('sealing.unreachable');
      continue;
    }
    if (bundle.status !== 'sealing') {
      location.reload();
      return;
    }
    const { doneBytes, totalBytes, phase } = bundle.progress ?? {};
    for (const step of box.querySelectorAll('[data-phase]')) {
      step.toggleAttribute('aria-current', step.dataset.phase === phase);
    }
    if (totalBytes > 0) {
      bar.max = totalBytes;
      bar.value = doneBytes;
      rate.mark(doneBytes);
      facts.textContent = rate.value > 0 && doneBytes < totalBytes
        ? say('sealing.rate', size(doneBytes), size(totalBytes), size(rate.value), duration((totalBytes - doneBytes) / rate.value))
        : say('sealing.progress', size(doneBytes), size(totalBytes));
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
