import * as z from 'zod';
import { unreadable } from '../../src/domain/text.ts';

/** A name that the platform gave: it is kept and asked for again, so it has to be a text that can be. */
const given = z
  .string()
  .max(2_000)
  .refine((text) => !unreadable(text));
const id = given.min(1);
const account = z.looseObject({ id, name: z.string().nullish(), aadObjectId: given.nullish() });
const identified = z.looseObject({ id: given.nullish() }).nullish();
const entity = z
  .looseObject({ type: z.string(), text: z.string().nullish(), mentioned: identified })
  .refine(({ type, text, mentioned }) => type.toLowerCase() !== 'mention' || (typeof text === 'string' && mentioned));

/** What Bot Framework's activities are made of, as far as code relies on it (F-38); a person's own words, and what a card holds, may be anything. */
export const activityShape = z.looseObject({
  type: given.min(1).max(100),
  id: given.nullish(),
  name: given.nullish(),
  action: given.nullish(),
  text: z.string().nullish(),
  locale: given.nullish(),
  localTimezone: given.nullish(),
  replyToId: given.nullish(),
  from: account,
  recipient: account,
  conversation: z.looseObject({ id, tenantId: given.nullish(), conversationType: given.nullish() }),
  channelData: z.looseObject({ tenant: identified, team: identified }).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish(), name: z.string().nullish() })).nullish(),
  entities: z.array(entity).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});
