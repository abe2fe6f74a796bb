// Lets a publisher set moments in the own zone; without this the field is in UTC and says so.
export function localMoment(field) {
  const form = field.form;
  const zone = field.closest('.field').querySelector('[data-zone]');
  zone.textContent = zone.dataset.zone;
  if (field.value) field.value = local(new Date(field.value + 'Z'));
  form.addEventListener('formdata', ({ formData }) => {
    if (field.value) formData.set(field.name, new Date(field.value).toISOString());
  });
}

function local(date) {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
