import { changeSubscription, choicesFor, subscriptionsFor, unsubscribe } from '../../app/notices/subscriptions.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { channelOperations } from '../contract/channels.ts';
import type { Handlers } from '../contract.ts';
import { isId } from './ids.ts';
import { etag } from './opened.ts';

export const channelHandlers: Pick<Handlers, keyof typeof channelOperations> = {
  listChannels: async ({ deps, by }) => {
    const found = await subscriptionsFor(deps, by);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  getChannelChoices: async ({ deps, by }) => {
    const found = await choicesFor(deps, by);
    return found.ok ? ok({ status: 200, body: found.value }) : found;
  },
  changeChannel: async ({ deps, by, params, headers, body }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const saved = await changeSubscription(deps, by, params.id, { wanted: body, version: headers['if-match'] });
    return saved.ok ? ok({ status: 200, body: saved.value, headers: etag(saved.value.version) }) : saved;
  },
  removeChannel: async ({ deps, by, params }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const done = await unsubscribe(deps, by, params.id);
    return done.ok ? ok({ status: 204 }) : done;
  },
};
