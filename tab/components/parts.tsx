import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import type { CaseView } from '../wire.ts';

type Part = NonNullable<CaseView['support']>['parts'][number];

/** PS-1: the parts of a support incident, or how it is proposed to be split, or what it is a part of. */
export function Parts({ view: { support } }: { readonly view: CaseView }) {
  const { support: says } = useDesk().words;
  if (!support) return null;
  const { split, parts, partOf } = support;
  return (
    <>
      {partOf && (
        <p className="parts">
          {says.partOf} <PartName part={partOf} />
        </p>
      )}
      {split && (
        <section className="parts" aria-label={says.split}>
          <p>
            {says.split} <span className="quiet">({says.splitWaits[split.yours ? 'you' : split.waitsFor]})</span>
          </p>
          <ul>
            {split.titles.map((title) => (
              <li key={title} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </section>
      )}
      {parts.length > 0 && (
        <section className="parts" aria-label={says.parts}>
          <p>{says.parts}</p>
          <ul>
            {parts.map((part) => (
              <li key={part.number}>
                <PartName part={part} /> <span className="quiet">({says.part[part.open ? 'open' : 'closed']})</span>
              </li>
            ))}
          </ul>
          {parts.some(({ open }) => open) && <p className="quiet">{says.partsOpen}</p>}
        </section>
      )}
    </>
  );
}

function PartName({ part: { id, number, title } }: { readonly part: Part }) {
  const name = id ? <a href={addressOf({ page: 'case', number })}>{number}</a> : number;
  return (
    <>
      {name}
      {title && <span dir="auto"> {title}</span>}
    </>
  );
}
