import { Button } from '@fluentui/react-components';
import { formatDay } from '../../src/domain/time/format.ts';
import { Standing, type Tone } from '../components/standing.tsx';
import { momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import type { PackView } from '../wire.ts';
import { usePackWords } from './pack-queries.ts';

type PackStanding = 'good' | 'used' | 'expired';
const tones: Readonly<Record<PackStanding, Tone>> = { good: 'good', used: 'quiet', expired: 'bad' };
const standingOf = ({ expired, remaining }: PackView): PackStanding => (expired ? 'expired' : remaining === 0 ? 'used' : 'good');

/** A pack: what is left of it, until when, who uses it, and what for. */
export function PackRow({ pack, onName }: { readonly pack: PackView; readonly onName: () => void }) {
  const { me, locale } = useDesk();
  const says = usePackWords();
  const standing = standingOf(pack);
  const lastDay = formatDay(pack.lastDay, locale);
  return (
    <li className="record">
      <div className="record-what">
        <strong>
          {says.remaining(pack.remaining, pack.incidents)}, {pack.expired ? says.expiredOn(lastDay) : says.until(lastDay)}
        </strong>
        <span dir="auto">
          {[
            ...(me.packs === 'manages' ? [pack.tenant.name] : []),
            says.boughtBy(pack.account.name, formatDay(pack.purchasedOn, locale)),
            ...(pack.confirmation ? [pack.confirmation] : []),
          ].join(' · ')}
        </span>
        {pack.people.length > 0 && (
          <span className="quiet" dir="auto">
            {says.alsoUsedBy(pack.people.map(({ name }) => name).join(', '))}
          </span>
        )}
        {pack.uses.length > 0 && <Uses uses={pack.uses} />}
      </div>
      <Standing tone={tones[standing]} text={says.standing[standing]} />
      <div className="record-acts">
        {pack.mayName && (
          <Button size="small" aria-label={`${says.name}: ${lastDay}`} onClick={onName}>
            {says.name}
          </Button>
        )}
      </div>
    </li>
  );
}

function Uses({ uses }: Pick<PackView, 'uses'>) {
  const { locale, timeZone } = useDesk();
  const says = usePackWords();
  return (
    <ul aria-label={says.uses}>
      {uses.map(({ caseId, number, by, at, returnedAt }) => (
        <li key={number} className="quiet">
          {caseId ? <a href={addressOf({ page: 'case', number })}>{number}</a> : number} ·{' '}
          <span dir="auto">{says.use(by.name, momentOf(at, timeZone, locale))}</span>
          {returnedAt && ` · ${says.returned}`}
        </li>
      ))}
    </ul>
  );
}
