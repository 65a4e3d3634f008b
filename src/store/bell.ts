import type { ChannelKind } from '../domain/notice/channels.ts';

/** What is to be delivered, and by which ways. */
export type Queued = (channels: Iterable<ChannelKind>) => void;

/** Tells this process's worker that there is something to deliver. Other processes find it when they look. */
export interface Bell {
  /** Rings once `work` is done, if it called `queued` meanwhile. */
  ringAfter<T>(work: (queued: Queued) => Promise<T>): Promise<T>;
  /** @returns how to stop listening */
  onRing(listener: (channels: ReadonlySet<ChannelKind>) => void): () => void;
}

export function createBell(): Bell {
  const listeners = new Set<(channels: ReadonlySet<ChannelKind>) => void>();
  return {
    async ringAfter(work) {
      const queued = new Set<ChannelKind>();
      const done = await work((channels) => {
        for (const channel of channels) queued.add(channel);
      });
      if (queued.size > 0) for (const listener of listeners) listener(queued);
      return done;
    },
    onRing(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
