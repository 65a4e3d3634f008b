import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

type Announce = (text: string) => void;
const AnnounceContext = createContext<Announce>(() => undefined);

/** Tells what came of something, to eyes and to screen readers alike. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

/** How long a result stays in sight, in milliseconds. */
const lasts = 6_000;

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((text: string) => {
    clearTimeout(timer.current);
    setSaid(({ count }) => ({ text, count: count + 1 }));
    timer.current = setTimeout(() => setSaid(({ count }) => ({ text: '', count })), lasts);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="announcer" data-shown={said.text !== ''}>
        {/* The key makes the same words a second time news again. */}
        <span key={said.count} dir="auto">
          {said.text}
        </span>
      </div>
    </AnnounceContext>
  );
}
