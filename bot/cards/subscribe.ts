import type { SubscriptionChoices, SubscriptionView } from '../../src/app/notices/subscriptions.ts';
import type { DeskId } from '../../src/domain/catalogue/desk.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import { explain } from '../../src/forms/explain.ts';
import type { Inputs } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, type Button, card, facts, heading, quoted, subtle, text, warning } from './card.ts';

export interface Subscribing {
  readonly choices: SubscriptionChoices;
  /** What the channel hears of already. */
  readonly current: SubscriptionView | undefined;
  readonly name: string | null;
  readonly shared: boolean;
  readonly actingAs: string;
  /** What was typed, and what is wrong with it. */
  readonly inputs?: Inputs;
  readonly faults?: readonly string[];
}

/** All customers, in a choice that can't be empty. */
export const allCustomers = 'all';

/** What a channel is to be told of. */
export function subscribeCard(
  turn: Turn,
  { choices, current, name, shared, actingAs, inputs = {}, faults = [] }: Subscribing,
): AdaptiveCard {
  const { channels } = words(turn.by.locale);
  const [only, ...others] = choices.desks;
  const desk = current?.desk ?? (others.length === 0 ? only?.id : undefined);
  const kept = (field: string, usual: string): string => (typeof inputs[field] === 'string' ? inputs[field] : usual);
  return card(turn, {
    speak: channels.title,
    body: [
      heading(current ? channels.current : channels.title),
      subtle(channels.about),
      actingLine(actingAs),
      ...(shared ? [warning(channels.sharedHint)] : []),
      ...faults.map((fault) => text(fault, { color: 'Attention' })),
      desk
        ? facts([[channels.desk, literal(choices.desks.find(({ id }) => id === desk)?.name ?? '')]])
        : choice(
            'desk',
            channels.desk,
            choices.desks.map(({ id, name: title }) => ({ title, value: id })),
            kept('desk', only?.id ?? ''),
          ),
      ...customerChoice(turn, choices, kept('customer', current?.customer?.id ?? allCustomers)),
      ...severityChoice(turn, choices, desk, kept('severities', current?.severities.join(',') ?? '')),
      {
        ...choice(
          'events',
          channels.hears,
          choices.events.map((event) => ({ title: channels.events[event], value: event })),
          kept('events', (current?.events ?? choices.events).join(',')),
        ),
        style: 'expanded',
        wrap: true,
        isMultiSelect: true,
        isRequired: true,
        errorMessage: explain({ is: 'required' }, turn.by.locale),
      },
      {
        type: 'Input.Text',
        id: 'name',
        label: channels.name,
        value: kept('name', current?.name ?? name ?? ''),
        maxLength: 100,
        isRequired: true,
        errorMessage: explain({ is: 'required' }, turn.by.locale),
      },
    ],
    buttons: [
      {
        title: current ? channels.save : channels.subscribe,
        action: { do: 'saveSubscription', version: current?.version ?? 0, desk: desk ?? null },
      },
      ...(current ? [unsubscribing(turn, current)] : []),
    ],
  });
}

/** What the channel hears of, after a change or before it is ended. */
export function subscribedCard(turn: Turn, subscriptions: readonly SubscriptionView[], says: string): AdaptiveCard {
  const { channels } = words(turn.by.locale);
  return card(turn, {
    speak: channels.title,
    body: [text(says), ...subscriptions.flatMap((one) => summaryOf(turn, one))],
    evenly: true,
    buttons: [
      ...subscriptions.map((one) => unsubscribing(turn, one, subscriptions.length > 1)),
      { title: channels.inTab, url: turn.links.tab('channels') },
    ],
  });
}

function summaryOf({ by }: Turn, { deskName, customer, severities, events, name }: SubscriptionView): readonly CardElement[] {
  const { channels } = words(by.locale);
  const whose = customer ? quoted(customer.name, 100) : channels.allCustomers;
  const told = facts([
    [channels.name, quoted(name, 100)],
    [channels.desk, literal(deskName)],
    ...(by.kind === 'operator' ? ([[channels.customer, whose]] as const) : []),
    ...(severities.length > 0 ? ([[channels.severities, severities.join(', ')]] as const) : []),
    [channels.hears, events.map((event) => channels.events[event]).join(', ')],
  ]);
  return by.kind === 'operator' ? [told] : [told, subtle(channels.allOwn, { spacing: 'Small' })];
}

function unsubscribing({ by }: Turn, { id, deskName }: SubscriptionView, ofSeveral = false): Button {
  const { unsubscribe } = words(by.locale).channels;
  return {
    title: ofSeveral ? `${unsubscribe} (${deskName})` : unsubscribe,
    action: { do: 'dropSubscription', id },
    look: 'destructive',
    inputs: 'none',
  };
}

function customerChoice({ by }: Turn, { customers }: SubscriptionChoices, value: string): readonly CardElement[] {
  const { channels } = words(by.locale);
  if (by.kind !== 'operator') return [subtle(channels.allOwn, { spacing: 'Small' })];
  const all = { title: channels.allCustomers, value: allCustomers };
  return [choice('customer', channels.customer, [all, ...customers.map(({ id, name }) => ({ title: name, value: id }))], value)];
}

/** Only where a desk has them. */
function severityChoice({ by }: Turn, { desks }: SubscriptionChoices, desk: DeskId | undefined, value: string): readonly CardElement[] {
  const { channels } = words(by.locale);
  const offered = [...new Set(desks.filter(({ id }) => desk === undefined || id === desk).flatMap(({ severities }) => severities))];
  if (offered.length === 0) return [];
  const asked = choice(
    'severities',
    channels.severities,
    offered.map((one) => ({ title: one, value: one })),
    value,
  );
  return [{ ...asked, style: 'expanded', wrap: true, isMultiSelect: true }, subtle(channels.severitiesHint)];
}

const choice = (
  id: string,
  label: string,
  choices: readonly { readonly title: string; readonly value: string }[],
  value: string,
): CardElement => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  choices,
  value,
});
