import * as z from 'zod';
import { listNames } from '../src/app/views.ts';
import { commandNames } from '../src/domain/case/commands.ts';
import { categories } from '../src/domain/catalogue/desk.ts';
import { deskIds } from '../src/domain/catalogue/desks.ts';
import { endings } from '../src/domain/catalogue/self-help.ts';
import { locales } from '../src/domain/i18n/index.ts';
import { reportDays } from '../src/domain/report/case-counts.ts';

const id = z.uuid();
const version = z.int().min(1);
/** G-17: whom a case is transferred to is searched for in the tab. PN-13: a correction is a form. */
const step = z.enum(commandNames).exclude(['transfer', 'correct']);
/** AG-3: steps that a saved reply can be written with. */
export const answering = ['comment', 'ask'] as const satisfies readonly z.output<typeof step>[];
const files = z.array(id).max(10).default([]);
/** G-14: the message in Teams that the form is to begin with, as the server keeps it. */
const message = id.optional();
/** CS-10: that it was no help, where it comes first. */
const selfHelp = z.literal('notSolved').optional();

/**
 * Everything that a button or a word may ask for. A card carries this and nothing else that is believed: what it names is loaded and
 * authorised at the press.
 */
const action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('home') }),
  z.strictObject({
    do: z.literal('create'),
    desk: z.enum(deskIds).nullable().default(null),
    category: z.enum(categories).nullable().default(null),
    customer: id.nullable().default(null),
    from: message,
  }),
  z.strictObject({
    do: z.literal('begin'),
    caseType: z.string().max(64),
    onBehalfOf: id.nullable().default(null),
    from: message,
    selfHelp,
  }),
  z.strictObject({ do: z.literal('byDomain'), caseType: z.string().max(64), from: message, selfHelp }),
  z.strictObject({ do: z.literal('beginByDomain'), caseType: z.string().max(64), from: message, selfHelp }),
  z.strictObject({
    do: z.literal('endSelfHelp'),
    caseType: z.string().max(64),
    onBehalfOf: id.nullable(),
    outcome: z.enum(endings),
  }),
  z.strictObject({ do: z.literal('correct'), caseId: id }),
  z.strictObject({ do: z.literal('drafts') }),
  z.strictObject({ do: z.literal('draft'), draftId: id }),
  z.strictObject({ do: z.literal('keepDraft'), draftId: id }),
  z.strictObject({ do: z.literal('sendDraft'), draftId: id }),
  z.strictObject({ do: z.literal('dropDraft'), draftId: id }),
  z.strictObject({
    do: z.literal('list'),
    list: z.enum(listNames),
    state: z.enum(['open', 'all', 'closed']).default('open'),
    words: z.string().max(200).nullable().default(null),
    cursor: z.string().max(500).nullable().default(null),
  }),
  z.strictObject({ do: z.literal('search'), words: z.string().max(200).default('') }),
  z.strictObject({ do: z.literal('case'), caseId: id }),
  z.strictObject({ do: z.literal('number'), number: z.string().max(40) }),
  z.strictObject({ do: z.literal('timeline'), caseId: id, before: z.int().min(1).nullable().default(null) }),
  z.strictObject({ do: z.literal('more'), caseId: id }),
  z.strictObject({ do: z.literal('write'), caseId: id, step, files }),
  z.strictObject({ do: z.literal('change'), caseId: id, step, version, nonce: id, files }),
  z.strictObject({ do: z.literal('insertReply'), caseId: id, step: z.enum(answering), files }),
  z.strictObject({ do: z.literal('followOutage'), outageId: id, follows: z.boolean() }),
  z.strictObject({ do: z.literal('followAnnouncement'), announcementId: z.string().max(50), follows: z.boolean() }),
  z.strictObject({ do: z.literal('feedback'), caseId: id.nullable().default(null) }),
  z.strictObject({ do: z.literal('giveFeedback'), caseId: id.nullable(), nonce: id }),
  z.strictObject({ do: z.literal('rooms') }),
  z.strictObject({ do: z.literal('board') }),
  z.strictObject({ do: z.literal('reports'), days: z.literal(reportDays).default(30) }),
  z.strictObject({ do: z.literal('transfer') }),
  z.strictObject({ do: z.literal('profile') }),
  z.strictObject({ do: z.literal('confirmAddress') }),
  z.strictObject({ do: z.literal('sendCode') }),
  z.strictObject({ do: z.literal('keepAddress') }),
  z.strictObject({ do: z.literal('choices') }),
  z.strictObject({ do: z.literal('saveChoices') }),
  z.strictObject({ do: z.literal('language') }),
  z.strictObject({ do: z.literal('speak'), locale: z.enum(locales) }),
  z.strictObject({ do: z.literal('post'), caseId: id }),
  z.strictObject({ do: z.literal('shared'), number: z.string().max(40) }),
  z.strictObject({ do: z.literal('subscribe') }),
  z.strictObject({ do: z.literal('saveSubscription'), version: z.int().min(0), desk: z.enum(deskIds).nullable() }),
  z.strictObject({ do: z.literal('unsubscribe') }),
  z.strictObject({ do: z.literal('dropSubscription'), id }),
  z.strictObject({ do: z.literal('unknown'), text: z.string().max(200) }),
]);

export type Action = z.output<typeof action>;
export type ActionName = Action['do'];
export const actionNames: readonly ActionName[] = action.options.map(({ shape }) => shape.do.value);
export type ActionOf<N extends ActionName> = Extract<Action, { do: N }>;
export type CaseStep = z.output<typeof step>;
export const caseSteps: readonly CaseStep[] = step.options;

/** What the inputs of a card held, as its client sent them. */
export type Inputs = Readonly<Record<string, unknown>>;

/** Where an action stands in a card's data, beside the inputs. A field of a form can't have this name. */
const place = 'caseDesk';

export interface Pressed {
  readonly action: Action;
  readonly inputs: Inputs;
}

/** The data of a button, the same for `Action.Execute` and for its `Action.Submit` fallback. */
export const encode = (what: Action): Readonly<Record<string, unknown>> => ({ [place]: what });

/**
 * Reads what a card sent back, from either kind of button.
 * @param verb of an `Action.Execute`; it must name the action that the data holds
 * @returns `undefined` for an unknown or outdated action (F-6)
 */
export function decode(data: unknown, verb?: string): Pressed | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const { [place]: held, msteams: _teams, ...inputs } = data as Record<string, unknown>;
  const parsed = action.safeParse(held);
  if (!parsed.success || (verb !== undefined && verb !== parsed.data.do)) return undefined;
  return { action: parsed.data, inputs };
}

/** Whether a message is the press of a button of a client that has no `Action.Execute`. */
export const isPress = (value: unknown): boolean => typeof value === 'object' && value !== null;

export const textInput = (inputs: Inputs, name: string): string => (typeof inputs[name] === 'string' ? inputs[name] : '');
