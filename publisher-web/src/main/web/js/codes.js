// Sends a table as the file it is: a form holds less, and only what is pasted.
import { say } from './say.js';

export function codeFile(field) {
  const input = field.querySelector('input');
  const said = field.querySelector('[role=status]');
  field.hidden = false;
  input.addEventListener('change', async () => {
    const file = input.files[0];
    if (!file) return;
    said.textContent = say('codes.sending');
    try {
      const answer = await fetch(field.dataset.codeFile, {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': field.dataset.key },
        body: file,
        signal: AbortSignal.timeout(60_000),
      });
      if (answer.ok) location.reload();
      else said.textContent = (await answer.json()).detail;
    } catch {
      said.textContent = say('codes.lost');
    }
    input.value = '';
  });
}
