import { Button } from '@fluentui/react-components';
import { Standing } from '../components/standing.tsx';
import { dateOf, momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import type { RoomIncidentView, RoomView } from '../wire.ts';

export type RoomAct = 'change' | 'takeOut' | 'history';

/** A room: how it is, since when, and by which cases. */
export function RoomRow({ room, onAct }: { readonly room: RoomView; readonly onAct: (act: RoomAct) => void }) {
  const { me, words, timeZone, locale } = useDesk();
  const says = words.roomPages;
  const { tenant, name, email, capacity, source, unhealthySince, takenOutAt, incidents } = room;
  const facts = [...(capacity ? [says.seats(capacity)] : []), ...(email ? [email] : []), says.sources[source]];
  const keeps = me.mayManageRooms && tenant.id === me.tenant.id && takenOutAt === null;
  return (
    <li className="record">
      <div className="record-what">
        <strong dir="auto">{name}</strong>
        <span className="quiet" dir="auto">
          {facts.join(' · ')}
        </span>
        {incidents.map((incident) => (
          <IncidentLine key={incident.case?.id ?? incident.since} incident={incident} />
        ))}
      </div>
      {takenOutAt !== null ? (
        <Standing tone="quiet" text={says.gone(dateOf(takenOutAt, timeZone, locale))} />
      ) : (
        <Standing
          tone={unhealthySince ? 'bad' : 'good'}
          text={unhealthySince ? says.out(momentOf(unhealthySince, timeZone, locale)) : says.well}
        />
      )}
      <div className="record-acts">
        <Button size="small" appearance="subtle" aria-label={says.historyOf(name)} onClick={() => onAct('history')}>
          {says.history}
        </Button>
        {keeps && (
          <>
            <Button size="small" aria-label={says.changeOf(name)} onClick={() => onAct('change')}>
              {says.change}
            </Button>
            <Button size="small" aria-label={says.takeOutOf(name)} onClick={() => onAct('takeOut')}>
              {says.takeOut}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Which case it is, for whoever may see it. */
export function IncidentLine({ incident }: { readonly incident: RoomIncidentView }) {
  const says = useDesk().words.roomPages;
  const marks = [...(incident.highImpact ? [says.highImpact] : []), ...(incident.byMonitoring ? [says.byMonitoring] : [])];
  return (
    <span className="room-incident" dir="auto">
      {incident.case ? (
        <a href={addressOf({ page: 'case', number: incident.case.number })}>
          {incident.case.number} {incident.case.title}
        </a>
      ) : (
        says.someIncident
      )}
      {marks.length > 0 && <span className="quiet"> · {marks.join(' · ')}</span>}
    </span>
  );
}
