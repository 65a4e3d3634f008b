import type { Operation } from '../operation.ts';
import * as channel from '../schemas/channel.ts';
import * as given from '../schemas/parameters.ts';
import { writing } from './writing.ts';

/** Channels in Teams that are told of cases. They are subscribed there, where it is known who is in them. */
export const channelOperations = {
  listChannels: {
    method: 'GET',
    path: '/channels',
    summary: 'Channels that are told of cases, by name: the organisation’s, or those of the desks one works for',
    action: 'subscribeChannel',
    answers: { 200: channel.subscriptions },
    problems: ['notAllowed'],
  },
  getChannelChoices: {
    method: 'GET',
    path: '/channels/choices',
    summary: 'What a channel can be told of',
    action: 'subscribeChannel',
    answers: { 200: channel.choices },
    problems: ['notAllowed'],
  },
  changeChannel: {
    method: 'PUT',
    path: '/channels/{id}',
    summary: 'Changes what a channel is told of',
    action: 'subscribeChannel',
    params: given.byId,
    headers: given.onRule,
    body: channel.subscriptionGiven,
    answers: { 200: channel.subscriptionView },
    problems: [...writing, 'notAllowed', 'notFound', 'preconditionRequired', 'outdated'],
  },
  removeChannel: {
    method: 'DELETE',
    path: '/channels/{id}',
    summary: 'The channel is told of nothing more',
    action: 'subscribeChannel',
    params: given.byId,
    answers: { 204: null },
    problems: ['notAllowed', 'notFound'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
