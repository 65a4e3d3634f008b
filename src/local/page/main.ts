import type { Start } from '../client-contract.ts';
import { appView } from './app-view.ts';
import { chooser } from './chooser.ts';
import type { Desk, View } from './desk.ts';
import { hashOfRoute, type Route, routeOfHash, routeOfLink } from './links.ts';
import { mailView } from './mail-view.ts';
import { notice } from './notice.ts';
import { placeView } from './place-view.ts';
import { readStart, serverFor } from './server.ts';
import { browserLanguage, keep, kept, leave, type Session, sessionOf } from './session.ts';
import { shell } from './shell.ts';

const root = document.querySelector('#root') as HTMLElement;
let stop = () => {};

function begin(start: Start): void {
  stop();
  stop = () => {};
  const session = sessionOf(start);
  const { theme = 'default', language = browserLanguage() } = session ?? kept();
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = language;
  const again = (change: Parameters<typeof keep>[0]) => {
    keep(change);
    begin(start);
  };
  if (session) stop = signedIn(session, again);
  else
    root.replaceChildren(
      chooser(
        start,
        language,
        ({ id }) => again({ person: id }),
        (spoken) => again({ language: spoken }),
      ),
    );
}

/** The page of one person. @returns how to take it down. */
function signedIn(session: Session, again: (change: Parameters<typeof keep>[0]) => void): () => void {
  const desk: Desk = {
    session,
    server: serverFor(session),
    composing: new Map(),
    go: (route) => {
      if (location.hash === hashOfRoute(route)) show();
      else location.hash = hashOfRoute(route);
    },
    openLink: (url) => {
      const route = routeOfLink(url);
      if (route) desk.go(route);
      else if (/^(https?|mailto|tel):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    },
  };
  const around = shell(desk, {
    // The frame is told of a new theme and stays; a new language loads it again, as Teams does.
    theme(theme) {
      keep({ theme });
      document.documentElement.dataset['theme'] = theme;
      view?.themed?.(theme);
    },
    language: (language) => again({ language }),
    leave() {
      leave();
      again({});
    },
  });
  let view: View | undefined;
  const show = () => {
    view?.close();
    const route = routeOfHash(location.hash);
    view = viewOf(desk, route);
    around.mark(route.view);
    around.middle.replaceChildren(view.element);
    document.title = `${session.words.places[route.view]} · ${session.person.name}`;
  };
  let lost = false;
  const stopListening = desk.server.listen(
    (event) => view?.heard?.(event),
    (now) => {
      if (now === lost) return;
      lost = now;
      around.notices.replaceChildren(...(now ? [notice('error', session.words.lost, session.words)] : []));
      if (!now) view?.again?.();
    },
  );
  window.addEventListener('hashchange', show);
  root.replaceChildren(around.element);
  show();
  return () => {
    window.removeEventListener('hashchange', show);
    stopListening();
    view?.close();
  };
}

function viewOf(desk: Desk, route: Route): View {
  switch (route.view) {
    case 'chat':
      return placeView(desk, 'personal');
    case 'team':
      return placeView(desk, 'team');
    case 'mail':
      return mailView(desk);
    case 'app':
      return appView(desk, route);
    default:
      return route satisfies never;
  }
}

begin(await readStart());
