import { Standing } from '../components/standing.tsx';
import { useDesk } from '../desk.tsx';
import type { SetUpView } from '../wire.ts';

/** ID-4: every permission of Graph, whether it was granted, and what is without it. */
export function PermissionSheet({ setUp }: { readonly setUp: SetUpView }) {
  const { setUpCheck: says } = useDesk().words.tab;
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions">{says.permissions}</h2>
      <p className="quiet">{says.permissionsWhy}</p>
      {setUp.consentUrl && (
        <p>
          <a href={setUp.consentUrl} target="_blank" rel="noopener noreferrer">
            {says.consent}
          </a>
        </p>
      )}
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{says.permission}</th>
            <th scope="col">{says.granted}</th>
            <th scope="col">{says.purpose}</th>
            <th scope="col">{says.without}</th>
          </tr>
        </thead>
        <tbody>
          {setUp.permissions.map(({ name, granted, purpose, without, consenterName }) => (
            <tr key={name}>
              <th scope="row">
                {/* A long name may break after a dot. */}
                <code>{name.replaceAll('.', '.\u200b')}</code>
                <span className="quiet">{says.whose(consenterName)}</span>
              </th>
              <td data-label={says.granted}>
                <Standing
                  tone={granted === null ? 'quiet' : granted ? 'good' : 'waiting'}
                  text={says.grantedStates[granted === null ? 'unknown' : granted ? 'yes' : 'no']}
                />
              </td>
              <td data-label={says.purpose}>{purpose}</td>
              <td data-label={says.without}>{without}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
