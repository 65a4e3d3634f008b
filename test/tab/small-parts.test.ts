import { expect, test } from '@jest/globals';
import { countryCodes } from '../../src/domain/catalogue/countries.ts';
import { locales, words } from '../../src/domain/i18n/index.ts';
import { mayComeRight, whyNotChanged } from '../../tab/batch-outcome.ts';
import { allCountries } from '../../tab/countries.ts';
import { detailsToCopy, tell } from '../../tab/failure.ts';
import { corrections, suggested } from '../../tab/form/corrections.ts';
import { changesOf, filled } from '../../tab/pages/profile-changes.ts';
import { isPassing, problemOfText } from '../../tab/problem.ts';
import { shortcutOf } from '../../tab/shortcuts.ts';
import { joinTimeline } from '../../tab/timeline.ts';
import type { IssueView, NumberListReport, ProfileView, TimelineEntry } from '../../tab/wire.ts';

const entry = (seq: number): TimelineEntry => ({ seq }) as TimelineEntry;

test('G-5 entries read earlier stay when newer ones come, each once and in order', () => {
  const kept = [entry(1), entry(2), entry(3)];
  expect(joinTimeline(kept, [entry(3), entry(4)]).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(joinTimeline([entry(5)], [entry(2)]).map(({ seq }) => seq)).toEqual([2, 5]);
  expect(joinTimeline(kept, kept)).toBe(kept);
});

test.each(locales)('AG-1 PS-6 what several cases can’t be asked for at once says to open the case, in %s', (locale) => {
  const said = words(locale);
  const issue = (field: string) => ({ field, code: 'required', message: 'Missing' });
  const problem = (...issues: IssueView[]) => ({ code: 'invalid', title: 'No', detail: 'Why', issues });
  for (const field of ['reason', 'charge'] as const) {
    expect(whyNotChanged(problem(issue(field)), said)).toBe(said.tab.batch.byItself[field]);
    expect(mayComeRight(problem(issue(field)))).toBe(false);
  }
  expect(whyNotChanged(problem(issue('text')), said)).toBe('No. Missing');
  expect(whyNotChanged({ title: 'No', detail: 'Why' }, said)).toBe('No. Why');
  expect(mayComeRight({ code: 'changed' })).toBe(true);
});

test('PN-5 a correction is what stands in the field or that the row goes; an empty field is none', () => {
  const report = {
    faults: [
      { row: 3, value: '2065550101', reason: 'notInternational', suggestion: '+12065550101' },
      { row: 7, value: 'x', reason: 'notANumber' },
    ],
  } as unknown as NumberListReport;
  expect(corrections(suggested(report))).toEqual([{ row: 3, value: '+12065550101' }]);
  const own = new Map([
    [7, { is: 'out' as const }],
    [3, { is: 'value' as const, value: ' +12065550109 ' }],
    [9, { is: 'value' as const, value: ' ' }],
  ]);
  expect(corrections(suggested(report, own))).toEqual([
    { row: 3, value: '+12065550109' },
    { row: 7, value: null },
  ]);
});

test('PN-15 only what was changed of a profile is sent', () => {
  const except = { chat: [], email: [], feed: [] };
  const profile: ProfileView = {
    displayName: 'Jordan',
    email: 'jordan@fabrikam.example',
    unconfirmedEmail: null,
    codeWorksUntil: null,
    phone: null,
    locale: 'en',
    timeZone: 'UTC',
    notices: { chat: true, email: true, feed: true, except },
    ways: ['chat', 'email', 'feed'],
    quiet: { hours: null, days: [], email: false },
    summary: null,
  };
  const before = filled(profile);
  expect(changesOf(before, { ...before })).toEqual({});
  expect(changesOf(before, { ...before, phone: '+1 206', notices: { chat: true, email: false, feed: true, except } })).toEqual({
    phone: '+1 206',
    notices: { chat: true, email: false, feed: true, except },
  });
});

test('single keys belong to whoever is typing, and to nobody where they are turned off', () => {
  const pressed = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, ...more });
  expect(shortcutOf(pressed('c'), false, true)).toBe('create');
  expect(shortcutOf(pressed('c'), true, true)).toBeUndefined();
  expect(shortcutOf(pressed('c', { ctrlKey: true }), false, true)).toBeUndefined();
  expect(shortcutOf(pressed('c'), false, false)).toBeUndefined();
  expect(shortcutOf(pressed('Escape'), false, false)).toBe('back');
  expect(shortcutOf(pressed('toString'), false, true)).toBeUndefined();
});

test('whatever came back is a problem with words for it, in both languages', () => {
  for (const locale of ['en', 'fr'] as const) {
    const gateway = problemOfText(502, '<html>Bad gateway</html>', 'GET /api/v1/me');
    expect(isPassing(gateway)).toBe(true);
    expect(tell(gateway, words(locale)).detail).toBe(words(locale).refusals.busy);
    const own = problemOfText(422, JSON.stringify({ code: 'invalid', title: 'T', detail: 'D', issues: [{ message: 'M' }] }), '');
    expect(tell(own, words(locale))).toEqual({ title: 'T', detail: 'D', hints: ['M'] });
    expect(tell(problemOfText(500, 'null', ''), words(locale)).detail).toBe(words(locale).refusals.unexpected);
  }
});

test('F-35 details to copy name the event and nothing of what was written', () => {
  const problem = problemOfText(500, JSON.stringify({ code: 'unexpected', detail: 'secret', requestId: 'r-1' }), 'POST /api/v1/cases');
  const details = detailsToCopy(problem, new Date('2026-11-20T08:00:00Z'));
  expect(details).toContain('r-1');
  expect(details).not.toContain('secret');
});

test('G-13 every country a case can be about is offered as a filter, by its name', () => {
  for (const locale of ['en', 'fr'] as const) {
    const offered = new Set(allCountries(locale).map(({ code }) => code));
    expect(countryCodes().filter((code) => !offered.has(code))).toEqual([]);
    for (const no of ['EU', 'UN', 'ZZ', 'XA']) expect(offered).not.toContain(no);
  }
});
