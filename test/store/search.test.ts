import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyText } from '../any-text.ts';
import { engines, type TestStore } from './databases.ts';
import { actorFor, addEvents, deskScope, engineer, listOf, openCase, tenantScope } from './samples.ts';

describe.each(engines)('search, $name', ({ open }) => {
  let it: TestStore;
  const tenantId = randomUUID();
  beforeAll(async () => {
    it = await open();
    const texts = [
      ['paris', 'Numéros de téléphone à l’étranger', 'Lettre d’autorisation signée, cœur de Paris'],
      ['split', 'Port-in split', 'Order 0042 for +33 6 12 34 56 78; 100% (urgent) & \'quoted\' | "double" \\ back'],
      ['greek', 'Αθήνα και Straße', 'Ørsted, Łódź, Τηλέφωνο'],
    ] as const;
    for (const [country, title, description] of texts) await openCase(it, tenantId, { country, title, description });
    await openCase(it, randomUUID(), { country: 'other', title: 'Paris', description: 'of somebody else' });
  });
  afterAll(() => it.close());

  async function found(words: string, scope: Parameters<typeof it.store.cases.list>[0] = tenantScope(tenantId)) {
    const { items } = await it.store.cases.list(scope, listOf({ words }));
    return items.map(({ country }) => country);
  }

  test.each([
    ['numeros', ['paris']],
    ['NUMÉROS étrange', ['paris']],
    ['étranger numéros', ['paris']],
    ['etranger lettre autor', ['paris']],
    ['nume etranger', []],
    ["l'autorisation", ['paris']],
    ['coeur', ['paris']],
    ['cœur', ['paris']],
    ['split port', ['split']],
    ['port-in', ['split']],
    ['0042', ['split']],
    ['612', []],
    ['6 12 34', ['split']],
    ['αθηνα', ['greek']],
    ['τηλεφ', ['greek']],
    ['strasse', ['greek']],
    ['orsted lodz', ['greek']],
    ['ØRSTED', ['greek']],
  ])('G-4 every word, case and accents aside, the last one as a beginning: %j finds %j', async (words, expected) => {
    expect(await found(words)).toEqual(expected);
  });

  test('a cleared search field searches for nothing in particular; signs alone find nothing', async () => {
    expect(await found('   ')).toHaveLength(3);
    expect(await found("'; --")).toEqual([]);
  });

  test.each([
    "paris' | 'split",
    "paris:* & !'x'",
    'paris & split',
    "paris'; drop table cases; --",
    'paris\0',
    'paris%',
    'paris\\',
    "t:other' | 'd:phoneNumbers",
  ])('operators, quotes and SQL are only words: %j', async (words) => {
    const words_ = await found(words);
    expect([[], ['paris']]).toContainEqual(words_);
  });

  test('any text at all can be searched for', async () => {
    await fc.assert(
      fc.asyncProperty(anyText({ maxLength: 60 }), async (words) => {
        expect((await found(words)).length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });

  test('any title and description can be found by their words', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((it) => !it.includes('\0'));
    await fc.assert(
      fc.asyncProperty(text, text, async (title, description) => {
        const of = randomUUID();
        await openCase(it, of, { title, description, country: 'any' });
        const word = /[\p{L}\p{N}]+/u.exec(`${title} ${description}`.normalize('NFKC'))?.[0];
        if (word) expect(await found(word, tenantScope(of))).toEqual(['any']);
      }),
      { numRuns: 40 },
    );
  });

  test('comments are found, by the case’s tenant and by engineers; the search of another tenant stays empty', async () => {
    const of = randomUUID();
    const { id } = await openCase(it, of, { country: 'commented' });
    await it.store.inTenant(of, (tx) =>
      addEvents(tx, id, [
        { type: 'commented', text: 'Zebrastreifen', files: [], seq: 2, at: tx.now, actor: actorFor(of) },
        { type: 'noted', text: 'Giraffe', files: [], seq: 3, at: tx.now, actor: engineer },
      ]),
    );
    expect(await found('port zebra', tenantScope(of))).toEqual(['commented']);
    expect(await found('zebrastreifen', deskScope)).toEqual(['commented']);
    expect(await found('zebra')).toEqual([]);
    expect(await found('giraffe', deskScope)).toEqual([]);
  });

  test('a changed title is found by its new words', async () => {
    const of = randomUUID();
    const case_ = await openCase(it, of, { country: 'renamed' });
    await it.store.inTenant(of, async (tx) => {
      const before = await tx.lockCase(case_.id);
      if (before) await tx.saveCase(before, { ...before, title: 'Okapi', version: 2 });
    });
    expect(await found('okapi', tenantScope(of))).toEqual(['renamed']);
  });

  test('a case whose comments hold more different words than PostgreSQL can index takes them all the same', async () => {
    const of = randomUUID();
    const { id } = await openCase(it, of);
    const long = (n: number) => Array.from({ length: 400 }, (_, i) => `${'𐐨'.repeat(32)}${n}x${i}`).join(' ');
    for (let n = 0; n < 14; n++) {
      const text = `${long(n)} ${Array.from({ length: 2_000 }, (_, i) => `w${n}n${i}`).join(' ')}`;
      await it.store.inTenant(of, (tx) =>
        addEvents(tx, id, [{ type: 'commented', text, files: [], seq: n + 2, at: tx.now, actor: actorFor(of) }]),
      );
    }
    expect(await found('w0n7', tenantScope(of))).toHaveLength(1);
  });

  test('pages of a search hold every match exactly once', async () => {
    const of = randomUUID();
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.push((await openCase(it, of, { title: 'Okapi', openedAt: '2026-11-20T10:00:00.000Z' })).id);
    const walked: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof it.store.cases.list>> = await it.store.cases.list(
        tenantScope(of),
        listOf({ words: 'oka', limit: 3, cursor }),
      );
      walked.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(walked).toEqual(ids.sort().reverse());
  });
});
