import { createHash, randomUUID } from 'node:crypto';
import { answerTo, type IncomingMail } from '../../domain/notice/incoming.ts';
import { mailboxOf } from '../../domain/notice/mailbox.ts';
import type { Deps } from '../deps.ts';

/** G-21: anybody can write a mail in anybody's name. So beside one answer a day for a mailbox, no more than so many an hour leave the desk. */
export const answersPerHour = 100;

export interface DeskAddress {
  /** Answers are letters of the operator's. */
  readonly operatorTenantId: string;
  /** Addresses of the desk, which never answers itself. */
  readonly own: readonly string[];
}

/**
 * G-21: what becomes of a mail to the desk: one answer with a link, queued when this returns, or none. Of the mail itself nothing is kept.
 *
 * @returns whether there is an answer
 * @throws StoreBusy
 */
export async function answerMail(
  { store }: Pick<Deps, 'store'>,
  { operatorTenantId, own }: DeskAddress,
  mail: IncomingMail,
): Promise<boolean> {
  const answer = answerTo(mail, own);
  if (!answer) return false;
  const { address, locale, messageId, caseNumber } = answer;
  const digest = createHash('sha256').update(mailboxOf(address)).digest('hex');
  return store.inTenant(operatorTenantId, async (tx) => {
    const may = await tx.mailAnswers.count(digest, answersPerHour);
    if (may)
      await tx.post({
        key: `mail:${randomUUID()}`,
        address,
        locale: locale ?? 'en',
        says: { letter: 'mailNotRead', caseNumber, messageId, everyLanguage: locale === null },
      });
    return may;
  });
}
