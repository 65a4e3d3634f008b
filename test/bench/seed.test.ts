import { expect, test } from '@jest/globals';
import { filledStore } from '../../bench/stores.ts';
import { contoso } from '../../src/local/organisations.ts';
import { openStore } from '../../src/store/open.ts';
import { listOf, tenantScope } from '../store/samples.ts';

test('the cases that are measured are cases the desk can read', async () => {
  const place = await filledStore(process.env.TEST_DATABASE_URL, 100);
  const { store, close } = await openStore(place);
  try {
    const scope = tenantScope(contoso.id);
    const { items } = await store.cases.list(scope, listOf());
    expect(items.length).toBeGreaterThan(5);
    for (const { number } of items)
      expect(await store.cases.find(scope, { number })).toMatchObject({ number, filed: [], contacts: [], support: null });
  } finally {
    await close();
    place.remove();
  }
});
