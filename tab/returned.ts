/** What this window was opened for is done: another one waits to hear of it. */
export type Returned = { readonly from: 'signIn' } | { readonly from: 'consent'; readonly agreed: boolean };

/** Where a window that came back from Microsoft is; a sign-in that failed is told as any other. */
export function returnedFrom({ hash, search }: Pick<Location, 'hash' | 'search'>): Returned | undefined {
  const query = new URLSearchParams(search);
  if (hash === '#/consented') return { from: 'consent', agreed: query.get('consent') !== 'refused' };
  return hash === '#/signed-in' && !query.has('sign-in') ? { from: 'signIn' } : undefined;
}
