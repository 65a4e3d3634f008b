import { useEffect, useRef } from 'react';

/** When a dialog goes and nobody took the focus, it returns to where it was before; where that is gone too, to the content. */
export function useFocusBack(): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const opener = before.current;
    return () => {
      // The dialog lets go of the page behind it only now.
      setTimeout(() => {
        // Tabster goes with the last dialog, before it has shown the page to screen readers again.
        if (!document.querySelector('[role=dialog]')) document.getElementById('root')?.removeAttribute('aria-hidden');
        if (document.activeElement && document.activeElement !== document.body) return;
        const to =
          opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : document.getElementById('content');
        to?.focus();
      }, 50);
    };
  }, []);
}
