/** How long a repeat is recognised, in milliseconds, and how many are remembered. */
const remembered = 10 * 60_000;
const most = 500;

/**
 * F-1, F-5: Teams sends an activity again when it has waited too long. The second shares the first one's work and its answer. What may
 * never happen twice has its key in the database as well; this spares the rest, such as a second download of the same file.
 */
export function onceEach<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { readonly at: number; readonly result: Promise<T> }>();
  return (key, work) => {
    const now = Date.now();
    const earlier = known.get(key);
    if (earlier && now - earlier.at < remembered) return earlier.result;
    const result = work();
    known.set(key, { at: now, result });
    // A turn that failed may be tried again.
    result.catch(() => known.delete(key));
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return result;
  };
}

/** Lets work under one key run one after the other: the second sees what the first has done. */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work, work);
    const settled = result.catch(() => {}).finally(() => last.get(key) === settled && last.delete(key));
    last.set(key, settled);
    return result;
  };
}
