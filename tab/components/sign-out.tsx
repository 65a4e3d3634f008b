import { useState } from 'react';
import type { OwnSession } from '../own-session.ts';
import { Icon } from './icon.tsx';

/** Ends the session of this browser; what was typed into a form is kept as a draft. */
export function SignOut({ own, text }: { readonly own: OwnSession; readonly text: string }) {
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    if (leaving) return;
    setLeaving(true);
    own.signOut().catch(() => setLeaving(false));
  };
  return (
    <button type="button" className="nav-item" aria-disabled={leaving} onClick={leave}>
      <Icon name="signOut" />
      <span className="nav-text">{text}</span>
    </button>
  );
}
