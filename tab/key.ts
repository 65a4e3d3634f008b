import { useRef } from 'react';

/**
 * A key that stays as long as `content` does: sending the same thing again after a lost answer is one change, sending another thing is
 * another one.
 */
export function useKeyFor(content: unknown): () => string {
  const kept = useRef<{ readonly content: string; readonly key: string } | undefined>(undefined);
  return () => {
    const now = JSON.stringify(content);
    if (kept.current?.content !== now) kept.current = { content: now, key: crypto.randomUUID() };
    return kept.current.key;
  };
}
