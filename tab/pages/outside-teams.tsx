import { useWords } from '../desk.tsx';
import { teamsLink } from '../route.ts';

/** Opened in a browser of its own there is no account to go by: this leads into Teams, to the same place. */
export function OutsideTeams({ appId }: { readonly appId: string }) {
  const { start } = useWords().tab;
  const place = window.location.hash.replace(/^#\/?/, '');
  return (
    <main className="page page-narrow">
      <div className="empty">
        <h1>{start.title}</h1>
        <p>{start.why}</p>
        {appId && (
          <p>
            <a className="button-link" href={teamsLink(appId, place)}>
              {start.open}
            </a>
          </p>
        )}
      </div>
    </main>
  );
}
