import { signInAt } from '../own-session.ts';
import { teamsLink } from '../route.ts';
import { type AppPlace, useWords } from '../shell.tsx';

/** Opened in a browser of its own there is no account to go by: one signs in here, or goes to the same place in Teams. */
export function OutsideTeams({ app }: { readonly app: AppPlace }) {
  const { start, signIn } = useWords().tab;
  const { hash, search } = window.location;
  const fault = new URLSearchParams(search).get('sign-in') ?? '';
  const told = Object.hasOwn(signIn.faults, fault) ? signIn.faults[fault as keyof typeof signIn.faults] : undefined;
  return (
    <main className="page page-narrow">
      <div className="empty">
        <h1>{signIn.title}</h1>
        {told && <p role={fault === 'out' ? 'status' : 'alert'}>{told}</p>}
        <p>{signIn.why}</p>
        <p className="empty-actions">
          <a className="button-link" href={signInAt(hash)}>
            {signIn.signIn}
          </a>
          {app.appId && <a href={teamsLink(app, hash.replace(/^#\/?/, ''))}>{start.open}</a>}
        </p>
      </div>
    </main>
  );
}
