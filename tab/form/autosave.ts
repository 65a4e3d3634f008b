export type Saved = 'unsaved' | 'saving' | 'saved' | 'failed';

export interface Autosave {
  /** Something changed: it is kept after `delay` milliseconds without another change. */
  changed(delay: number): void;
  /** Keeps what is not kept yet, now, and waits for it. @returns whether everything is kept */
  flush(): Promise<boolean>;
  stop(): void;
}

/** Milliseconds until a failed save is tried again: it doubles up to the last. */
const firstPause = 2_000;
const longestPause = 30_000;

/** One save at a time, the newest last; one that fails is tried again until it succeeds or the form is left. */
export function autosave(save: () => Promise<void>, tell: (saved: Saved) => void, isHopeless: (error: unknown) => boolean): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let dirty = false;
  let pause = firstPause;
  let stopped = false;

  const run = async (): Promise<boolean> => {
    dirty = false;
    tell('saving');
    try {
      await save();
      pause = firstPause;
      tell(dirty ? 'unsaved' : 'saved');
      return true;
    } catch (error) {
      dirty = true;
      tell('failed');
      if (!isHopeless(error)) {
        schedule(pause);
        pause = Math.min(pause * 2, longestPause);
      }
      return false;
    }
  };
  const start = (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
  const schedule = (delay: number): void => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await running;
      if (dirty && !stopped) await start();
    }, delay);
  };
  return {
    changed(delay) {
      dirty = true;
      tell('unsaved');
      schedule(delay);
    },
    async flush() {
      clearTimeout(timer);
      await running;
      return dirty ? start() : true;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
