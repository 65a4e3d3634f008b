import { isEngineerOf } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { EditedField } from '../../domain/case/edit.ts';
import { type Actor, type CaseEvent, type FileRef, isInternal, type PersonRef } from '../../domain/case/events.ts';
import type { Place } from '../../domain/case/refile.ts';
import { contactPhone } from '../../domain/catalogue/contact-phone.ts';
import type { DeskId } from '../../domain/catalogue/desk.ts';
import { caseTypeWords, deskWords, fieldWords, type Locale, stageWords, words } from '../../domain/i18n/index.ts';
import { never } from '../../domain/result.ts';
import { formatInstant } from '../../domain/time/format.ts';
import { nameOf, nameWithin } from '../people/names.ts';
import type { ActorView, ChangeView, FileView, PersonView, TimelineEntry } from '../views.ts';
import { correctionViews } from './corrected-text.ts';

/** G-7: engineers act under their desk's name towards everybody else; the service under the product's. */
export function actorView(actor: Actor, reader: Principal, desk: DeskId): ActorView {
  const { cases, desks } = words(reader.locale);
  const you = actor.id === reader.personId && actor.tenantId === reader.tenantId;
  const hidden = actor.side === 'desk' && !isEngineerOf(reader, desk);
  const name = actor.side === 'service' ? cases.product : hidden ? desks[desk].team : nameOf(actor.name, reader.locale);
  return { name, side: actor.side, you };
}

export const personView = ({ id, name }: PersonRef, reader: Principal): PersonView => ({
  id,
  name: nameOf(name, reader.locale),
  you: id === reader.personId,
});

export const fileView = ({ id, name, contentType, size }: FileRef): FileView => ({ id, name, contentType, size });

export function reasonText(desk: DeskId, reason: string | null, reader: Principal): string {
  const own = deskWords(reader.locale, desk).reasons;
  return reason === null ? '' : (own[reason] ?? reason);
}

/** Other cases, by id. */
type Seen = Pick<ReadonlySet<string>, 'has'>;

/**
 * G-5: the timeline as this reader may see it. Internal notes are left out before anything is put into words.
 *
 * @param seen the other cases it names that this reader may see, by id (AG-4)
 */
export function timelineFor(
  events: readonly CaseEvent[],
  reader: Principal,
  desk: DeskId,
  seen: Seen = new Set(),
): readonly TimelineEntry[] {
  const internal = isEngineerOf(reader, desk);
  return events
    .filter((event) => internal || !isInternal(event))
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      type: event.type,
      actor: actorView(event.actor, reader, desk),
      summary: summary(event, reader, desk),
      internal: isInternal(event),
      text: 'text' in event ? event.text : null,
      mentions: 'mentions' in event ? (event.mentions ?? []).map((one) => personView(one, reader)) : [],
      changes: changesIn(event, reader),
      other: 'number' in event ? { number: event.number, id: seen.has(event.caseId) ? event.caseId : null } : null,
      files: 'files' in event ? event.files.map(fileView) : [],
      step: event.type === 'statusChanged' ? event.step : null,
      status: event.type === 'statusChanged' ? event.to : null,
    }));
}

/** AG-3: the reader by what they call themselves. */
const mentioned = (people: readonly PersonRef[], reader: Principal): string =>
  new Intl.ListFormat(reader.locale).format(
    people.map(({ id, name }) => (id === reader.personId ? words(reader.locale).cases.attributes.you : nameWithin(name, reader.locale))),
  );

/** The desk and type of a form, in words. */
export const placeName = ({ desk, caseType }: Place, locale: Locale): string =>
  `${deskWords(locale, desk).name} · ${caseTypeWords(locale, desk, caseType).name}`;

/** From what to what, where that says more than the summary. */
function changesIn(event: CaseEvent, reader: Principal): readonly ChangeView[] {
  const { locale } = reader;
  const labels = words(locale).cases.changed;
  const change = (field: EditedField | 'caseType' | 'severity', from: string, to: string): ChangeView => ({
    field,
    label: labels[field],
    from,
    to,
  });
  switch (event.type) {
    case 'edited': {
      const { title, description, contacts } = event.changes;
      return [
        ...(title ? [change('title', title.from, title.to)] : []),
        ...(description ? [change('description', description.from, description.to)] : []),
        ...(contacts ? [change('contacts', contacts.from.join(', '), contacts.to.join(', '))] : []),
      ];
    }
    case 'moved':
      return [change('caseType', placeName(event.from, locale), placeName(event.to, locale))];
    case 'severityChanged':
      return [change('severity', event.from ?? '', event.to), ...(event.contactPhone ? [phoneChange(event.contactPhone, locale)] : [])];
    case 'corrected':
      return correctionViews(event, reader);
    default:
      return [];
  }
}

/** CS-4. */
const phoneChange = ({ from, to }: { readonly from: string | null; readonly to: string }, locale: Locale): ChangeView => ({
  field: contactPhone.id,
  label: fieldWords(locale, 'cloudServices', contactPhone.id).label,
  from: from ?? '',
  to,
});

/** One sentence on what happened, in the reader's language. */
export function summary(event: CaseEvent, reader: Principal, desk: DeskId): string {
  const says = words(reader.locale).cases.timeline;
  const who = actorView(event.actor, reader, desk).name;
  switch (event.type) {
    case 'opened':
      return says.opened(who);
    case 'commented':
      return says.commented(who);
    case 'called':
      return says.called(who);
    case 'noted':
      return event.mentions ? says.notedFor(who, mentioned(event.mentions, reader)) : says.noted(who);
    case 'assigned':
      if (!event.to) return says.unassigned(who);
      if (event.to.id === event.actor.id) return says.took(who);
      return isEngineerOf(reader, desk) ? says.assigned(who, nameWithin(event.to.name, reader.locale)) : says.took(who);
    case 'statusChanged': {
      const { step } = event;
      if (step === 'resolve' || step === 'cancel' || step === 'closeUnresolved')
        return says[step](who, reasonText(desk, event.reason, reader));
      return says[step](who);
    }
    case 'edited':
      return says.edited(who, Object.keys(event.changes) as EditedField[]);
    case 'escalated':
      return says.escalated(who);
    case 'transferred':
      return says.transferred(who, nameWithin(event.from.name, reader.locale), nameWithin(event.to.name, reader.locale));
    case 'moved':
      return says.moved(who, placeName(event.to, reader.locale));
    case 'staged':
      return says.staged(who, stageWords(reader.locale, desk, event.to));
    case 'corrected':
      return says.corrected(who, event.to === null ? '' : stageWords(reader.locale, desk, event.to));
    case 'severityChanged':
      return says.severityChanged(who, event.to);
    case 'supported':
      return says.supported[event.what](who);
    case 'partMade':
    case 'partOf':
    case 'partClosed':
    case 'partReopened':
      return says[event.type](event.number);
    case 'targetNear':
      return says.targetNear(formatInstant(event.dueAt, reader.timeZone, reader.locale));
    case 'targetMissed':
      return says.targetMissed(formatInstant(event.dueAt, reader.timeZone, reader.locale));
    case 'reminded':
      return says.reminded(formatInstant(event.closesAt, reader.timeZone, reader.locale));
    case 'mergedInto':
      return says.mergedInto(who, event.number);
    case 'mergedFrom':
      return event.left > 0 ? `${says.mergedFrom(who, event.number)} ${says.contactsLeft(event.left)}` : says.mergedFrom(who, event.number);
    case 'outageLinked':
      return says.outageLinked(who, event.title);
    case 'outageUnlinked':
      return says.outageUnlinked(who, event.title);
    case 'improperMarked':
    case 'improperUnmarked':
      return says[event.type](who);
    default:
      return never(event);
  }
}
