/** Runs beside the page, as it starts: the browser then has what it needs to write dates and numbers and to sort words. */
const locale = navigator.language;
new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day');
new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit' }).format(0);
new Intl.NumberFormat(locale).format(1_000);
new Intl.Collator(locale).compare('a', 'b');
self.close();
