/** What a Teams client says of who sits at it, as teams-js reads it. */
export interface Seat {
  /** Where the tab is. */
  readonly tab: string;
  readonly token: string;
  readonly locale: string;
  /** Where a link led to within the tab. */
  readonly sub: string;
}

/**
 * Runs in an empty page, and makes a Teams of it that frames the tab and answers it at once. The local desk's stand-in is a whole page, whose own
 * work would count as the tab's; Teams runs in a process of its own.
 */
export function hostTab({ tab, token, locale, sub }: Seat): void {
  const answers: Readonly<Record<string, readonly unknown[]>> = {
    initialize: ['content', 'web', JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } }), '2.31.0'],
    getContext: [
      {
        ...{ entityId: 'desk', subEntityId: sub, frameContext: 'content', locale, theme: 'default' },
        ...{ hostName: 'Teams', hostClientType: 'web', ringId: 'general' },
      },
    ],
    'authentication.getAuthToken': [true, token],
  };
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
  frame.src = tab;
  window.addEventListener('message', ({ data, source }) => {
    const args = source === frame.contentWindow && Object.hasOwn(answers, data.func) ? answers[data.func] : undefined;
    if (args) frame.contentWindow?.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, new URL(tab).origin);
  });
  document.body.replaceChildren(frame);
}
