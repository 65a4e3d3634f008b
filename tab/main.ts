import { localeOf } from '../src/domain/i18n/locale.ts';
import { begin } from './begin.ts';
import { preferredTheme, wear } from './theme.ts';
import { sayWaiting } from './waiting.ts';
import { wordsOf } from './words.ts';
import './styles/themes.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/list.css';
import './styles/rows.css';
import './styles/case.css';
import './styles/progress.css';
import './styles/timeline.css';
import './styles/page.css';
import './styles/records.css';
import './styles/engineers.css';
import './styles/skeleton.css';

// Asks Teams and the server for what is shown, while the script that draws it still comes.
wear(preferredTheme());
document.documentElement.lang = localeOf(navigator.language);
const begun = begin();
void begun.session.then(async (session) => {
  if (!session) return;
  wear(session.theme);
  const locale = localeOf(session.locale);
  if (document.documentElement.lang !== locale) document.documentElement.lang = locale;
  sayWaiting((await wordsOf(locale)).tab.loading);
});
// What dates, numbers and alphabets need is read once for all threads. It takes a slow processor a fifth of a second, so another thread does it.
new Worker(new URL('./calendars.ts', import.meta.url), { type: 'module' });
void import('./page.tsx').then(({ show }) => show(begun));
