import { useCallback, useSyncExternalStore } from 'react';
import { addressOf, type Route, readRoute } from './route.ts';

export type Place = Exclude<Route, { page: 'unknown' }>;

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  window.addEventListener('popstate', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
    window.removeEventListener('popstate', changed);
  };
};
const hash = () => window.location.hash;

let readFrom: string | undefined;
let kept: Route = { page: 'start' };
/** The same address is the same object: nothing is drawn again for it. */
function currentRoute(): Route {
  if (readFrom !== hash()) {
    readFrom = hash();
    kept = readRoute(readFrom);
  }
  return kept;
}

export type Go = (place: Place, how?: { readonly replace: boolean }) => void;

export function useRoute(): readonly [Route, Go] {
  const route = useSyncExternalStore(subscribe, currentRoute);
  return [route, useCallback(go, [])];
}

export const go: Go = (place, how) => {
  const address = addressOf(place);
  if (address === hash()) return;
  if (how?.replace) {
    window.history.replaceState(null, '', address);
    window.dispatchEvent(new Event('popstate'));
  } else window.location.hash = address;
};
