import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actorOf } from '../../../src/domain/access/principal.ts';
import type { CaseEvent, Happening } from '../../../src/domain/case/events.ts';
import { type ChannelFilter, hears, subscribedEvents } from '../../../src/domain/notice/subscription.ts';
import { aCase, engineer, now } from '../samples.ts';

const case_ = aCase({});
const happened = (happening: Happening): CaseEvent => ({ ...happening, seq: 2, at: now, actor: actorOf(engineer) });
const all: ChannelFilter & { shared: boolean } = {
  ...{ desk: 'phoneNumbers', customer: null, severities: [], events: subscribedEvents, shared: false },
};
const events: readonly CaseEvent[] = [
  happened({ type: 'opened', files: [] }),
  happened({ type: 'commented', text: 'x', files: [] }),
  happened({ type: 'noted', text: 'x', files: [] }),
  happened({ type: 'assigned', from: null, to: { id: 'e', name: 'E' } }),
  happened({ type: 'statusChanged', step: 'start', from: 'new', to: 'inProgress', reason: null }),
  happened({ type: 'statusChanged', step: 'resolve', from: 'inProgress', to: 'resolved', reason: null }),
  happened({ type: 'targetNear', dueAt: now }),
  happened({ type: 'targetMissed', dueAt: now }),
];
const internal = ['noted', 'targetNear', 'targetMissed'];

test('G-5 what is internal is heard in the operator’s own channels alone, and never where others are', () => {
  for (const event of events) {
    const of = { event, of: case_ };
    expect(hears(all, { ...of, operators: true })).toBe(true);
    expect(hears(all, { ...of, operators: false })).toBe(!internal.includes(event.type));
    expect(hears({ ...all, shared: true }, { ...of, operators: true })).toBe(!internal.includes(event.type));
  }
});

test('G-11 a channel hears what it chose and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray([...subscribedEvents]), (chosen) => {
      const heard = events.filter((event) => hears({ ...all, events: chosen }, { event, of: case_, operators: true }));
      const each = [1, 2, 2, 1, 2];
      const kinds = ['opened', 'comments', 'status', 'closed', 'targets'];
      expect(heard.length).toBe(chosen.reduce((sum, kind) => sum + (each[kinds.indexOf(kind)] ?? 0), 0));
    }),
  );
});

test('G-11 one customer, or severities, narrow it', () => {
  const [opened] = events as [CaseEvent];
  const at = { event: opened, of: case_, operators: true };
  expect(hears({ ...all, customer: case_.tenantId }, at)).toBe(true);
  expect(hears({ ...all, customer: 'somebody else' }, at)).toBe(false);
  expect(hears({ ...all, severities: ['A'] }, at)).toBe(false);
  expect(hears({ ...all, severities: ['A'] }, { ...at, of: { ...case_, severity: 'A' } })).toBe(true);
});
