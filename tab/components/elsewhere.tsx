import { useDesk } from '../desk.tsx';
import type { DeskView } from '../wire.ts';
import { Icon } from './icon.tsx';

/** PN-16: what the desk does not do, and where it is answered. */
export function Elsewhere({ subjects }: { readonly subjects: DeskView['elsewhere'] }) {
  const { create: says, opensElsewhere } = useDesk().words.tab;
  if (subjects.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{says.elsewhere}</h2>
      <p className="quiet">{says.elsewhereWhy}</p>
      <ul className="cards">
        {subjects.map((subject) => (
          <li key={subject.id} className="card">
            <h3>{subject.name}</h3>
            <p>{subject.about}</p>
            {subject.publishers.length > 0 && <Publishers subject={subject} />}
            <a href={subject.url} target="_blank" rel="noopener">
              {subject.go} <Icon name="open" />
              <span className="hidden"> ({opensElsewhere})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** CS-7: whom to ask, and how. */
function Publishers({ subject }: { readonly subject: DeskView['elsewhere'][number] }) {
  const { create: says, opensElsewhere } = useDesk().words.tab;
  return (
    <details className="publishers">
      <summary>{says.publishers(subject.publishers.length)}</summary>
      <dl>
        {subject.publishers.map(({ id, name, products, url, email, phone }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd className="quiet">{products.join(' · ')}</dd>
            <dd>
              <a href={url} target="_blank" rel="noopener">
                {new URL(url).host}
                <span className="hidden"> ({opensElsewhere})</span>
              </a>
            </dd>
            {email && (
              <dd>
                <a href={`mailto:${email}`}>{email}</a>
              </dd>
            )}
            {phone && (
              <dd>
                <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  );
}
