import { useEffect } from 'react';
import { tellConsent } from '../consent.ts';
import { tellOtherWindows } from '../own-session.ts';
import type { Returned } from '../returned.ts';
import { useWords } from '../shell.tsx';

/** It tells, and closes itself; where a browser does not let it, it says that one can. */
export function ReturnedPage({ returned }: { readonly returned: Returned }) {
  const { signIn } = useWords().tab;
  useEffect(() => {
    if (returned.from === 'consent') return void tellConsent(returned.agreed);
    tellOtherWindows('signedIn');
    window.close();
  }, [returned]);
  const [title, what, close] =
    returned.from === 'signIn'
      ? [signIn.done, undefined, signIn.doneWhy]
      : returned.agreed
        ? [signIn.consent.doneTitle, signIn.consent.done, signIn.consent.close]
        : [signIn.consent.refusedTitle, signIn.consent.refused, signIn.consent.close];
  return (
    <main className="page page-narrow">
      <div className="empty">
        <h1>{title}</h1>
        {what && <p>{what}</p>}
        <p>{close}</p>
      </div>
    </main>
  );
}
