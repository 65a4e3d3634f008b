/** What a page notes of itself while it is measured; times in milliseconds since its navigation began. */
export interface Notes {
  /** When a row of the list was painted and could be pressed. */
  usableAt: number | null;
  /** Events of presses that took 16 ms or more until what they changed was painted. */
  readonly presses: { readonly at: number; readonly duration: number }[];
  /** Between one frame and the next, while `counting`. */
  readonly frames: number[];
  /** Tasks of 50 ms or more. */
  readonly longTasks: { readonly at: number; readonly duration: number }[];
  counting: boolean;
}

declare global {
  interface Window {
    bench?: Notes;
  }
}

/** Runs within every page before its own scripts, so it uses nothing from outside of itself. A page that frames another hears when that is usable. */
export function noteItself(): void {
  const notes: Notes = { usableAt: null, presses: [], frames: [], longTasks: [], counting: false };
  window.bench = notes;
  if (window.parent === window) {
    window.addEventListener('message', ({ data }) => {
      if (typeof data?.usableAt === 'number') notes.usableAt = data.usableAt;
    });
    return;
  }
  // An event timing is of an interaction where it has an id; moves of the mouse have none.
  const timed = (entry: PerformanceEntry): entry is PerformanceEntry & { interactionId: number } =>
    'interactionId' in entry && Number(entry.interactionId) > 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (timed(entry)) notes.presses.push({ at: entry.startTime, duration: entry.duration });
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.longTasks.push({ at: startTime, duration });
  }).observe({ type: 'longtask' });

  const isUsable = (): boolean => {
    const row = document.querySelector('.rows .row-link');
    if (!row) return false;
    const { x, y, width, height } = row.getBoundingClientRect();
    return height > 0 && row.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  let before = performance.now();
  const everyFrame = (): void => {
    const now = performance.now();
    if (notes.counting) notes.frames.push(now - before);
    before = now;
    if (notes.usableAt === null && isUsable()) {
      notes.usableAt = Number.POSITIVE_INFINITY;
      // After the frame in which it is seen.
      setTimeout(() => {
        notes.usableAt = performance.now();
        window.parent.postMessage({ usableAt: notes.usableAt }, '*');
      });
    }
    requestAnimationFrame(everyFrame);
  };
  requestAnimationFrame(everyFrame);
}
