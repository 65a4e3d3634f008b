import * as z from 'zod';
import type { CommandName } from '../../domain/case/commands.ts';
import { charges } from '../../domain/case/support-state.ts';
import { severities } from '../../domain/catalogue/attributes.ts';
import { contactPhone } from '../../domain/catalogue/contact-phone.ts';
import { limits } from '../../domain/catalogue/field.ts';

const text = z.string().max(limits.comment).exactOptional();
const why = z.string().max(limits.comment).describe('Why');
const reason = z.string().max(64).nullable().exactOptional();
const files = z.array(z.uuid()).max(limits.files).exactOptional();

const written = z.strictObject({ text, files });
const charge = z.enum(charges).exactOptional().describe('PS-6: the decision on a support incident; not charged, it goes back to its pack');
const closing = z.strictObject({ text, reason, charge });
const answer = z.strictObject({ agreed: z.boolean(), text: text.describe('Why, where one does not agree') });
const nothing = z.strictObject({});

/** What each command comes with, as a face sends it: files and people by id, everything else as typed. The one place that says so. */
export const asked = {
  comment: written,
  note: written.extend({
    mentions: z.array(z.uuid()).max(limits.mentions).exactOptional().describe('Engineers of the case’s desk, who are told of it'),
  }),
  ask: written,
  take: nothing,
  assign: z.strictObject({ to: z.uuid().describe('The engineer') }),
  unassign: nothing,
  resolve: closing,
  cancel: closing,
  closeUnresolved: closing,
  reopen: z.strictObject({ text }),
  merge: z.strictObject({ into: z.string().max(100).describe('Id or number of the case that goes on'), text }),
  linkOutage: z.strictObject({ outage: z.uuid() }),
  unlinkOutage: nothing,
  markImproper: z.strictObject({ text: why }),
  unmarkImproper: nothing,
  follow: nothing,
  unfollow: nothing,
  edit: z.strictObject({
    title: z.string().max(limits.title).exactOptional(),
    description: z.string().max(limits.description).exactOptional(),
    contacts: z.array(z.string().max(254)).max(limits.contacts).exactOptional(),
    followers: z
      .array(z.string().max(254))
      .max(limits.followers)
      .exactOptional()
      .describe('Addresses of all who are to follow it: people of its organisation who see it though it is not their own'),
  }),
  logCall: z.strictObject({ text: why }),
  escalate: z.strictObject({ text: why }),
  transfer: z.strictObject({
    to: z.uuid().describe('The new requester'),
    from: z.uuid().exactOptional().describe('Only if it still is this person’s'),
  }),
  takeOver: nothing,
  move: z.strictObject({ caseType: z.string().max(100), text: why }),
  setStage: z.strictObject({ stage: z.string().max(64), text }),
  correct: z.strictObject({ input: z.record(z.string().max(64), z.unknown()).describe('The whole form') }),
  defineProblem: z.strictObject({ text: z.string().max(limits.comment).describe('The problem') }),
  proposeSolution: z.strictObject({ text: z.string().max(limits.comment).describe('The solution') }),
  proposeSplit: z.strictObject({
    parts: z.array(z.string().max(limits.title)).max(limits.parts).describe('A title for each part, two at least'),
    text,
  }),
  answerDefinition: answer,
  answerSolution: answer,
  answerSplit: answer,
  askToClose: z.strictObject({ text: why }),
  changeWork: z.strictObject({ aroundTheClock: z.boolean(), reachable: z.string().max(limits.reachable).exactOptional() }),
  changeSeverity: z.strictObject({
    severity: z.enum(severities),
    text: why,
    contactPhone: z
      .string()
      .max(contactPhone.max)
      .exactOptional()
      .describe('CS-4: the number of the contact, needed for severity A where the case has none'),
  }),
} as const satisfies Readonly<Record<CommandName, z.ZodObject>>;

type Given<S extends z.ZodObject> = keyof S['shape'] extends never ? unknown : Readonly<z.output<S>>;
type Asks = { readonly [C in CommandName]: { readonly do: C } & Given<(typeof asked)[C]> };

/** A command with what it comes with. */
export type CaseAsk = Asks[CommandName];

/** A command on a case, as a face sends it. */
export type CaseRequest = CaseAsk & {
  readonly caseId: string;
  /** The version the person saw; what is never stale needs none (G-8). */
  readonly version: number | null;
  /** The same key with the same content is done once and answered alike; with other content it is refused. */
  readonly key: string;
  /** PN-13: the person’s own draft that it was written in, which it uses up. */
  readonly draftId?: string;
};
