// Shows moments in the reader's own zone; without this they read in UTC, and say so.
const format = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'long', timeStyle: 'short',
});

for (const time of document.querySelectorAll('time[datetime]')) {
  time.textContent = format.format(new Date(time.dateTime));
}
