import { type RefObject, useState } from 'react';
import { singleKeys, useShortcuts } from './shortcuts.ts';

/** `/` goes to the search, `j` and `k` from row to row; Enter is the link's own. */
export function useListKeys(search: RefObject<HTMLInputElement | null>): void {
  const [single] = useState(singleKeys.read);
  useShortcuts((shortcut) => {
    if (shortcut === 'search') return focusSearch(search.current);
    if (shortcut === 'next' || shortcut === 'previous') return step(shortcut === 'next' ? 1 : -1);
    return false;
  }, single);
}

function focusSearch(field: HTMLInputElement | null): boolean {
  if (!field || field.offsetParent === null) return false;
  field.focus();
  field.select();
  return true;
}

function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('.rows .row-link')];
  const focused = rows.findIndex((row) => row === document.activeElement || row.closest('li')?.contains(document.activeElement));
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const from = focused >= 0 ? focused : open;
  const to = rows[from < 0 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1)];
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
  return to !== undefined;
}
