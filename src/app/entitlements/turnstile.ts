/**
 * Lets a few through at a time for each key, the others in their order. Whoever submits a thousand forms at once waits for themselves here,
 * and not for the database's connections, which everybody shares (F-11).
 */
export function turnstile(width: number): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const places = new Map<string, { inside: number; readonly waiting: (() => void)[] }>();
  return async (key, work) => {
    const place = places.get(key) ?? { inside: 0, waiting: [] };
    places.set(key, place);
    if (place.inside >= width) await new Promise<void>((turn) => place.waiting.push(turn));
    else place.inside += 1;
    try {
      return await work();
    } finally {
      const next = place.waiting.shift();
      if (next) next();
      else {
        place.inside -= 1;
        if (place.inside === 0) places.delete(key);
      }
    }
  };
}
