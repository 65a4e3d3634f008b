import type { Channel } from '../../src/notify/channel.ts';

/** A way to deliver that posts keys to a receiver: with a connection lost after it was asked, nobody knows. */
export const postChannel = (url: string): Channel => ({
  atOnce: 8,
  gatherMs: 0,
  prepare: async ({ content }) => {
    const keys = content.kind === 'letter' ? [content.letter.key] : content.notices.map(({ key }) => key);
    return async (signal) => {
      try {
        await fetch(url, { method: 'POST', body: JSON.stringify(keys), signal });
        return { is: 'sent' };
      } catch {
        return { is: 'maybeSent', fault: { code: 'unreachable', detail: '' } };
      }
    };
  },
});
