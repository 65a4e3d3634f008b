import { useDesk } from '../desk.tsx';
import type { Saved } from './autosave.ts';

/** Whether the draft is kept; a screen reader hears of it only when it is not. */
export function SavedSign({ saved, at }: { readonly saved: Saved; readonly at: string }) {
  const { words, locale, timeZone } = useDesk();
  const { form: says } = words.tab;
  if (saved === 'failed') {
    return (
      <span className="saved" data-saved={saved} role="alert">
        {says.notSaved}
      </span>
    );
  }
  const time = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeStyle: 'short', timeZone }).format(new Date(at));
  return (
    <span className="saved" data-saved={saved}>
      {saved === 'saved' ? says.savedAt(time) : says.saving}
    </span>
  );
}
