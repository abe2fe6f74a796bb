// Lets a publisher set the premiere in the own zone; without this the field is in UTC and says so.
export function localPremiere(field) {
  const form = field.form;
  form.querySelector('[data-zone]').textContent = 'in your time';
  if (field.value) field.value = local(new Date(field.value + 'Z'));
  form.addEventListener('formdata', ({ formData }) => {
    if (field.value) formData.set(field.name, new Date(field.value).toISOString());
  });
}

function local(date) {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
