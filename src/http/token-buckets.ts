/** A bucket for each key: full at first, one token a request, refilled evenly. */
export interface TokenBuckets {
  /** Seconds until this key has a token again; 0 where it has one. */
  wait(key: string): number;
  take(key: string): void;
  readonly size: number;
}

const minute = 60_000;

/**
 * @param perMinute tokens that a bucket holds, and gets back in a minute
 * @param most keys remembered; beyond, the one that took longest ago is forgotten, so that memory stays bounded whoever asks
 * @param now milliseconds of a clock that never goes back
 */
export function tokenBuckets(perMinute: number, most: number, now: () => number): TokenBuckets {
  // In the order in which they last took.
  const buckets = new Map<string, { readonly level: number; readonly at: number }>();
  const levelOf = (key: string): number => {
    const bucket = buckets.get(key);
    return bucket ? Math.min(perMinute, bucket.level + ((now() - bucket.at) / minute) * perMinute) : perMinute;
  };
  return {
    wait(key) {
      const lacking = 1 - levelOf(key);
      return lacking <= 0 ? 0 : Math.ceil((lacking / perMinute) * 60);
    },
    take(key) {
      const level = Math.max(0, levelOf(key) - 1);
      buckets.delete(key);
      buckets.set(key, { level, at: now() });
      if (buckets.size <= most) return;
      const [oldest] = buckets.keys();
      if (oldest !== undefined) buckets.delete(oldest);
    },
    get size() {
      return buckets.size;
    },
  };
}
