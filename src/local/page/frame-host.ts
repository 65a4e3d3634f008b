import type { Dialog } from './card-actions.ts';
import type { Desk } from './desk.ts';
import { linkOfRoute, type Route } from './links.ts';
import type { Theme } from './session.ts';

/** What this host can do, as teams-js asks for it. */
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    dialog: { card: { bot: {} }, url: { bot: {}, parentCommunication: {} }, update: {} },
    pages: { backStack: {}, currentApp: {} },
    teamsCore: {},
  },
};

export interface Framed {
  readonly frameContext: 'content' | 'task';
  readonly page: string;
  readonly sub?: string | undefined;
  /** A page in a dialog submitted this. */
  completed?(result: unknown): void;
  /** The page said that it stands, or that it can't. */
  ready?(failure?: string): void;
  /** The page asked for a dialog. @returns what was submitted in it. */
  asked?(dialog: Dialog): Promise<unknown>;
  linked?(link: string, label: string): void;
}

interface Asked {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func?: string;
  readonly args?: readonly unknown[];
}

/** The other side of teams-js, for one frame and its origin alone. */
export function hostFrame(desk: Desk, frame: HTMLIFrameElement, framed: Framed) {
  const { session, server } = desk;
  const origin = new URL(frame.src).origin;
  const post = (message: object) => frame.contentWindow?.postMessage(message, origin);

  const answers: Readonly<Record<string, (args: readonly unknown[]) => Promise<unknown[] | undefined> | unknown[] | undefined>> = {
    initialize: () => [framed.frameContext, 'web', JSON.stringify(runtime), '2.31.0'],
    getContext: () => [contextFor(desk, framed)],
    'authentication.getAuthToken': () =>
      server.token().then(
        (token) => [true, token],
        () => [false, 'FailedToOpenWindow'],
      ),
    'appInitialization.appLoaded': () => undefined,
    'appInitialization.success': () => void framed.ready?.(),
    'appInitialization.failure': ([reason, message]) => void framed.ready?.(`${reason ?? ''} ${message ?? ''}`.trim()),
    'appInitialization.expectedFailure': () => void framed.ready?.(),
    executeDeepLink: ([url]) => {
      desk.openLink(String(url ?? ''));
      return [true];
    },
    'pages.navigateToApp': ([asked]) => {
      desk.go(routeAsked(asked));
      return [true];
    },
    'pages.currentApp.navigateTo': ([asked]) => {
      desk.go(routeAsked(asked));
      return [true];
    },
    'pages.currentApp.navigateToDefaultPage': () => {
      desk.go({ view: 'app' });
      return [true];
    },
    navigateBack: () => {
      history.back();
      return [true];
    },
    shareDeepLink: ([sub, label]) => {
      framed.linked?.(linkOfRoute(session.start.app.id, framed.page, String(sub ?? ''), String(label ?? '')), String(label ?? ''));
      return undefined;
    },
    'tasks.startTask': async ([task]) => ['', await framed.asked?.(task as Dialog)],
    'tasks.completeTask': ([result]) => void framed.completed?.(result),
  };

  const heard = async ({ data, source, origin: from }: MessageEvent<Asked | null>) => {
    if (source !== frame.contentWindow || from !== origin || typeof data?.func !== 'string') return;
    const { id, uuidAsString, func, args } = data;
    const answer = Object.hasOwn(answers, func) ? await answers[func]?.(args ?? []) : undefined;
    if (answer) post({ id, uuidAsString, args: answer });
  };
  window.addEventListener('message', heard);
  return {
    themed: (theme: Theme) => post({ func: 'themeChange', args: [theme] }),
    stop: () => window.removeEventListener('message', heard),
  };
}

/** Teams' flat context, which teams-js turns into the documented one. */
function contextFor({ session }: Desk, { frameContext, page, sub }: Framed) {
  const { person, organisation, locale, theme, start } = session;
  return {
    appId: start.app.id,
    entityId: page,
    subEntityId: sub ?? '',
    frameContext,
    locale: locale.toLowerCase(),
    theme,
    tid: organisation.id,
    userObjectId: person.id,
    userPrincipalName: person.email,
    loginHint: person.email,
    userDisplayName: person.name,
    userLicenseType: 'Unknown',
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    sessionId: start.app.id,
    isFullScreen: false,
  };
}

function routeAsked(asked: unknown): Route {
  const { pageId, subPageId } = (asked ?? {}) as { pageId?: string; subPageId?: string };
  return { view: 'app', ...(pageId ? { page: pageId } : {}), ...(subPageId ? { sub: subPageId } : {}) };
}
