import { actingAs } from '../../src/app/cases/present.ts';
import { caseFor } from '../../src/app/cases/queries.ts';
import {
  channelFor,
  choicesFor,
  subscribe as subscribeChannel,
  unsubscribe as unsubscribeChannel,
} from '../../src/app/notices/subscriptions.ts';
import type { Severity } from '../../src/domain/catalogue/attributes.ts';
import { deskIds } from '../../src/domain/catalogue/desks.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { subscribedEvents } from '../../src/domain/notice/subscription.ts';
import { explain } from '../../src/forms/explain.ts';
import { type ActionOf, type Inputs, textInput } from '../actions.ts';
import { card, quoted, text } from '../cards/card.ts';
import { caseCard } from '../cards/case.ts';
import { postCardFor } from '../cards/post.ts';
import { refusalCard } from '../cards/refusal.ts';
import { allCustomers, subscribeCard, subscribedCard } from '../cards/subscribe.ts';
import type { Reply, Turn } from '../turn.ts';

/** G-14: a channel's post of a case as this person may see it: with what is in it, or as everybody does. */
export async function post(turn: Turn, { caseId }: ActionOf<'post'>): Promise<Reply> {
  const found = await caseFor(turn.deps, turn.by, { id: caseId });
  if (found.ok) return { card: caseCard(turn, found.value) };
  const posted = turn.channel && (await turn.deps.store.subscriptions.post(turn.by.tenantId, turn.channel.channelId, caseId));
  return { card: posted ? postCardFor(turn, posted) : refusalCard(turn, found.error) };
}

/** Asks what the channel is to be told of; outside of a channel, says where to ask. */
export async function subscribe(turn: Turn): Promise<Reply> {
  if (!turn.channel) return { card: elsewhere(turn) };
  return asking(turn, {});
}

async function asking(turn: Turn, more: { readonly inputs?: Inputs; readonly faults?: readonly string[] }): Promise<Reply> {
  const { deps, by, channel } = turn;
  if (!channel) return { card: elsewhere(turn) };
  const [choices, current] = await Promise.all([choicesFor(deps, by), channelFor(deps, by, channel.channelId)]);
  if (!choices.ok) return { card: refusalCard(turn, choices.error) };
  if (!current.ok) return { card: refusalCard(turn, current.error) };
  if (choices.value.desks.length === 0) return { card: refusalCard(turn, { code: 'notAllowed', action: 'subscribeChannel' }) };
  const shared = await channel.shared();
  const given = { choices: choices.value, current: current.value[0], name: channel.name, shared, actingAs: actingAs(by) };
  return { card: subscribeCard(turn, { ...given, ...more }) };
}

/** Who may, and what was chosen, is looked at here: the card that asked may be old, or forged. */
export async function saveSubscription(turn: Turn, asked: ActionOf<'saveSubscription'>, inputs: Inputs): Promise<Reply> {
  const { deps, by, channel } = turn;
  if (!channel) return { card: elsewhere(turn) };
  const chosen = (field: string) => textInput(inputs, field).split(',');
  const desk = asked.desk ?? deskIds.find((id) => id === textInput(inputs, 'desk'));
  if (!desk) return asking(turn, { inputs });
  const customer = textInput(inputs, 'customer');
  const { channelId, teamId, serviceUrl } = channel;
  const saved = await subscribeChannel(
    deps,
    by,
    { channelId, teamId, serviceUrl, shared: await channel.shared() },
    {
      version: asked.version,
      wanted: {
        desk,
        name: textInput(inputs, 'name'),
        customer: customer === '' || customer === allCustomers ? null : customer,
        severities: (['A', 'B', 'C'] as const satisfies readonly Severity[]).filter((one) => chosen('severities').includes(one)),
        events: subscribedEvents.filter((event) => chosen('events').includes(event)),
      },
    },
  );
  if (saved.ok) return { card: subscribedCard(turn, [saved.value], words(by.locale).channels.saved(quoted(saved.value.name, 100))) };
  if (saved.error.code !== 'invalid') return { card: refusalCard(turn, saved.error) };
  return asking(turn, { inputs, faults: saved.error.issues.map(({ fault }) => explain(fault, by.locale)) });
}

/** Shows what the channel hears of, to be ended by a button: a card that refreshes by itself must change nothing. */
export async function unsubscribe(turn: Turn): Promise<Reply> {
  const { deps, by, channel } = turn;
  if (!channel) return { card: elsewhere(turn) };
  const current = await channelFor(deps, by, channel.channelId);
  if (!current.ok) return { card: refusalCard(turn, current.error) };
  const { channels } = words(by.locale);
  return { card: subscribedCard(turn, current.value, current.value.length > 0 ? channels.current : channels.none) };
}

export async function dropSubscription(turn: Turn, { id }: ActionOf<'dropSubscription'>): Promise<Reply> {
  const done = await unsubscribeChannel(turn.deps, turn.by, id);
  return { card: done.ok ? subscribedCard(turn, [], words(turn.by.locale).channels.gone) : refusalCard(turn, done.error) };
}

function elsewhere(turn: Turn) {
  const { channels } = words(turn.by.locale);
  return card(turn, {
    speak: channels.elsewhere,
    body: [text(channels.elsewhere)],
    buttons: [{ title: channels.inTab, url: turn.links.tab('channels') }],
  });
}
