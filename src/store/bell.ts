/** Tells this process's worker that there is something to deliver. Other processes find it when they look. */
export interface Bell {
  /** Rings once `work` is done, if it called `queued` meanwhile. */
  ringAfter<T>(work: (queued: () => void) => Promise<T>): Promise<T>;
  /** @returns how to stop listening */
  onRing(listener: () => void): () => void;
}

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    async ringAfter(work) {
      let queued = false;
      const done = await work(() => {
        queued = true;
      });
      if (queued) for (const listener of listeners) listener();
      return done;
    },
    onRing(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
