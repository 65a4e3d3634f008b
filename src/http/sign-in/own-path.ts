const longest = 1_000;
const home = '/tab/';

/**
 * Where a sign-in leads to afterwards: a page of the tab, and nothing else. What a browser would read as another place, or as none, becomes
 * the tab's first page.
 */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > longest || !/^\/tab\/[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return home;
  const base = 'https://own.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined;
  return url?.origin === base && url.pathname.startsWith(home) ? url.pathname + url.search + url.hash : home;
}
