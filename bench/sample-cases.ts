import { v7 as uuidv7 } from 'uuid';
import type { Case } from '../src/domain/case/case.ts';
import type { CaseEvent } from '../src/domain/case/events.ts';
import type { Status } from '../src/domain/case/lifecycle.ts';
import { caseNumber } from '../src/domain/case/number.ts';
import { phoneNumbers } from '../src/domain/catalogue/phone-numbers.ts';

export interface Population {
  readonly cases: number;
  readonly tenants: number;
  /** Whose tenant is the largest, with a fifth of all cases; one case in twenty of them is this person's own. */
  readonly largest: { readonly tenantId: string; readonly person: { readonly id: string; readonly name: string } };
}

const share = 0.2;
const day = 86_400_000;
export const places = [
  'Lyon',
  'Paris',
  'Lille',
  'Nantes',
  'Bordeaux',
  'Marseille',
  'Strasbourg',
  'Toulouse',
  'Rennes',
  'Grenoble',
  'Nice',
  'Dijon',
];
const sites = ['front desk', 'warehouse', 'clinic', 'call centre', 'head office', 'showroom', 'workshop', 'reception', 'school', 'agency'];
const matters = ['Port', 'Order', 'Convert', 'Move', 'Release', 'Rename', 'Question about'];
const sentences = [
  'The contract with the present carrier ends at the end of the quarter and the numbers must keep ringing.',
  'People of the site were told that the change happens in the morning before the counters open.',
  'The list was checked with the local team and two rows are still being discussed with the carrier.',
  'Please tell us which documents are still missing so that the order is not sent back again.',
  'The toll-free number is printed on the vehicles, so it must be among the first that move.',
];
const closedStatuses: readonly Status[] = ['resolved', 'cancelled', 'closedUnresolved'];

/** The same numbers at every run, so that two runs measure the same thing. Values in 0..1. */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Cases as years of work would leave them: one in six open, a comment or two, oldest first. */
export function* sampleCases({
  cases,
  tenants,
  largest,
}: Population): Generator<{ readonly case: Case; readonly events: readonly CaseEvent[] }> {
  const random = repeatable(20_261_120);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const others = Array.from({ length: tenants - 1 }, (_, index) => `5eed0000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  const numbers = new Set<string>();
  const start = Date.now() - 700 * day;
  for (let index = 0; index < cases; index += 1) {
    const inLargest = random() < share;
    const colleague = Math.floor(random() * 20);
    const person = inLargest && colleague === 0 ? largest.person : { id: `person-${colleague}`, name: `Person ${colleague}` };
    const number = newNumber(numbers, random);
    const openedAt = new Date(start + (index / cases) * 699 * day).toISOString();
    const id = uuidv7({ msecs: Date.parse(openedAt) });
    const type = one(phoneNumbers.caseTypes);
    const actor = { id: person.id, name: person.name, tenantId: inLargest ? largest.tenantId : one(others), side: 'customer' } as const;
    const status: Status = random() < 1 / 6 ? one(['new', 'inProgress', 'waitingOnRequester'] as const) : one(closedStatuses);
    const events: CaseEvent[] = [
      { type: 'opened', files: [], seq: 1, at: openedAt, actor },
      { type: 'commented', text: one(sentences), files: [], seq: 2, at: openedAt, actor },
    ];
    yield {
      case: {
        ...phoneNumbers.attributes,
        id,
        number,
        tenantId: actor.tenantId,
        desk: phoneNumbers.id,
        caseType: type.id,
        title: `${one(matters)} ${2 + Math.floor(random() * 900)} numbers of the ${one(sites)} in ${one(places)}`,
        description: [one(sentences), one(sentences), `Reference ${index}.`].join(' '),
        country: one(['FR', 'FR', 'US', 'GB', 'DE']),
        particulars: { quantity: 1 + Math.floor(random() * 500) },
        filed: [],
        contacts: [],
        files: [],
        supportLanguage: 'en',
        onBehalfOf: null,
        filedByDomain: null,
        status,
        openedBy: person,
        requester: person,
        assignedTo: null,
        openedAt,
        updatedAt: openedAt,
        closed: closedStatuses.includes(status) ? { at: openedAt, by: actor, step: 'resolve', reason: null } : null,
        support: null,
        escalatedAt: null,
        outageId: null,
        improper: null,
        firstResponseAt: null,
        firstResponseDueAt: null,
        targetFrom: openedAt,
        version: events.length,
        publicVersion: events.length,
      },
      events,
    };
  }
}

function newNumber(taken: Set<string>, random: () => number): string {
  for (;;) {
    const number = caseNumber(Array.from({ length: 7 }, random));
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}
