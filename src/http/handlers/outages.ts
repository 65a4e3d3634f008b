import { followAnnouncement } from '../../app/outages/announcements.ts';
import { followOutage } from '../../app/outages/following.ts';
import { changeOutage, openOutage, outageFor, outagesFor } from '../../app/outages/outages.ts';
import type { OutageView } from '../../app/outages/present.ts';
import { postUpdate, resolveOutage, sendUpdate } from '../../app/outages/update.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { outageOperations } from '../contract/outages.ts';
import type { Handlers } from '../contract.ts';
import { etag } from './opened.ts';

const shown = (found: Result<OutageView, Refusal>) =>
  found.ok ? ok({ status: 200, body: found.value, headers: etag(found.value.version) } as const) : found;

const following = (done: Result<unknown, Refusal>) => (done.ok ? ok({ status: 204 } as const) : done);

export const outageHandlers: Pick<Handlers, keyof typeof outageOperations> = {
  listOutages: async ({ deps, by }) => {
    const found = await outagesFor(deps, by);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  openOutage: async ({ deps, by, body }) => {
    const opened = await openOutage(deps, by, body);
    return opened.ok ? ok({ status: 201, body: opened.value, headers: etag(opened.value.version) }) : opened;
  },
  getOutage: async ({ deps, by, params }) => shown(await outageFor(deps, by, params.id)),
  followOutage: async ({ deps, by, params }) => following(await followOutage(deps, by, params.id, true)),
  unfollowOutage: async ({ deps, by, params }) => following(await followOutage(deps, by, params.id, false)),
  followAnnouncement: async ({ deps, by, params }) => following(await followAnnouncement(deps, by, params.id, true)),
  unfollowAnnouncement: async ({ deps, by, params }) => following(await followAnnouncement(deps, by, params.id, false)),
  changeOutage: async ({ deps, by, params, headers, body }) =>
    shown(await changeOutage(deps, by, params.id, { given: body, version: headers['if-match'] })),
  postOutageUpdate: async ({ deps, by, params, headers, body }) =>
    shown(await postUpdate(deps, by, params.id, { ...body, key: headers['idempotency-key'] })),
  sendOutageUpdate: async ({ deps, by, params }) => shown(await sendUpdate(deps, by, params.id, params.updateId)),
  resolveOutage: async ({ deps, by, params, headers, body }) =>
    shown(await resolveOutage(deps, by, params.id, { ...body, version: headers['if-match'], key: headers['idempotency-key'] })),
};
