import type { SetUpProbes } from '../../app/ports.ts';
import { checkSetUp } from '../../app/set-up/set-up-check.ts';
import { sendTestNotice } from '../../app/set-up/set-up-test.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok } from '../../domain/result.ts';
import type { setUpOperations } from '../contract/setup.ts';
import type { Handlers } from '../contract.ts';

/** Where nothing is handed in, nothing is switched on. */
const nothing: SetUpProbes = {
  ...{ permissions: [], granted: null, consentUrl: null, mail: null },
  channel: async () => ({ state: 'failed', reason: 'noAnswer' }),
  say: async () => 'notInstalled',
};

export const setUpHandlers: Pick<Handlers, keyof typeof setUpOperations> = {
  checkSetUp: async ({ deps, by }) => {
    const checked = await checkSetUp(deps, deps.setUp ?? nothing, by);
    return checked.ok ? ok({ status: 200, body: checked.value }) : checked;
  },
  sendTestNotice: async ({ deps, by, body }) => {
    const sent = await sendTestNotice(deps, deps.setUp ?? nothing, by, body.way);
    return sent.ok ? ok({ status: 200, body: { result: sent.value, says: words(by.locale).setUp.results[sent.value] } }) : sent;
  },
};
