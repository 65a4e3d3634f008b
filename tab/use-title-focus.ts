import { useEffect, useRef } from 'react';

/** A page that comes takes the focus to its title: whoever can't see it hears where they are. */
export function useTitleFocus() {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return title;
}
