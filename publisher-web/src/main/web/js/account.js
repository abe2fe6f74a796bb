// Says how hard a new password is to guess. Only a hint: the server's rule is what counts.
export function strength(input) {
  const shown = document.getElementById(input.dataset.strength);
  if (!shown) return;
  input.addEventListener('input', () => {
    const grade = gradeOf(input.value);
    shown.hidden = input.value === '';
    shown.textContent = shown.dataset[grade];
    shown.className = `strength ${grade}`;
  });
}

function gradeOf(password) {
  const different = new Set(password).size;
  if (password.length < 8 || different < 5) return 'weak';
  return password.length >= 14 && different >= 8 ? 'good' : 'fair';
}
