import type { ChatMessage } from '../client-contract.ts';
import { adaptiveCard } from './attachment-view.ts';
import { executeValue, refreshFor } from './card-actions.ts';
import type { Desk } from './desk.ts';
import { messageView } from './message-view.ts';

interface Entry {
  message: ChatMessage;
  element: HTMLElement;
  older: boolean;
}

/** The messages of one place, each drawn again only when it changed, so that what is being typed into another card stays. */
export function messageList(desk: Desk) {
  const { session, server } = desk;
  const entries = new Map<string, Entry>();
  const refreshed = new Set<string>();

  const draw = (message: ChatMessage, older: boolean): HTMLElement => {
    const element = messageView(desk, message, {
      older,
      toggleOlder: () => redraw(message.id, { older: !older }),
      refresh: () => void refresh(message, 'manual'),
    });
    inView.observe(element);
    return element;
  };
  const redraw = (id: string, change: { message?: ChatMessage; older?: boolean }) => {
    const entry = entries.get(id);
    if (!entry) return;
    const next = { ...entry, ...change };
    const element = draw(next.message, next.older);
    const focused = entry.element.contains(document.activeElement);
    inView.unobserve(entry.element);
    entry.element.replaceWith(element);
    entries.set(id, { ...next, element });
    if (focused) element.querySelector<HTMLElement>('.bubble')?.focus({ preventScroll: true });
  };
  const refresh = async (message: ChatMessage, trigger: 'automatic' | 'manual') => {
    const card = message.attachments.find(({ contentType }) => contentType === adaptiveCard)?.content;
    const action = refreshFor(card, session.person.botUserId);
    if (action) await server.invoke(message, 'adaptiveCard/action', executeValue(action, trigger));
  };
  // Teams refreshes a card when it comes into sight, once for each state the bot gave it. When that fails, the shared card simply stays.
  const inView = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      const entry = entries.get((target as HTMLElement).dataset['id'] ?? '');
      if (!isIntersecting || !entry || entry.older) continue;
      const state = `${entry.message.id}:${entry.message.version}`;
      if (refreshed.has(state)) continue;
      refreshed.add(state);
      refresh(entry.message, 'automatic').catch(() => {});
    }
  });

  return {
    /** @returns the element where the message is new, for the caller to place. */
    put(message: ChatMessage): HTMLElement | undefined {
      const known = entries.get(message.id);
      if (!known) {
        const element = draw(message, false);
        entries.set(message.id, { message, element, older: false });
        return element;
      }
      if (JSON.stringify(known.message) !== JSON.stringify(message)) redraw(message.id, { message });
      return undefined;
    },
    remove(id: string): void {
      entries.get(id)?.element.remove();
      entries.delete(id);
    },
    has: (id: string) => entries.has(id),
    last: () => [...entries.values()].at(-1)?.message,
    close: () => inView.disconnect(),
  };
}
