import { Suspense } from 'react';
import { FailureView } from '../components/failure-view.tsx';
import { signInAt } from '../own-session.ts';
import { ConsentAsk } from '../pieces.ts';
import { isProblem } from '../problem.ts';
import { isFramed } from '../session.ts';
import { useWords } from '../shell.tsx';

interface FailedStartProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Teams says in these words that it gives no token until somebody has agreed. */
const asksForConsent = /consent|interaction|invalid_grant/i;

/** Nobody could be signed in, or let in: what one can do about it. */
export function FailedStart({ error, onRetry }: FailedStartProps) {
  const { signIn } = useWords().tab;
  const consent = isProblem(error, 'signIn') && asksForConsent.test(error.body.detail);
  return (
    <main className="page page-narrow">
      {consent && (
        <Suspense fallback={null}>
          <ConsentAsk consent={{ page: '/consent', administrator: null }} onAgreed={onRetry} />
        </Suspense>
      )}
      <FailureView error={error} onRetry={onRetry} level={1} />
      {!isFramed() && !isProblem(error, 'offline', 'timedOut', 'unavailable') && (
        <p className="empty-actions">
          <a href={signInAt(window.location.hash)}>{signIn.asOther}</a>
        </p>
      )}
    </main>
  );
}
