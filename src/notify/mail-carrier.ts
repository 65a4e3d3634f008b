import type { Limits, Mailbox, Pacing } from '../app/ports.ts';
import type { Outcome } from '../domain/notice/outcome.ts';
import { mailServerOf } from './mail-server.ts';
import { type Mail, mailsTo } from './smtp-send.ts';

/** Hands over one mail. @param key the same for a repeat */
export type Carry = (mail: Mail, key: string, signal: AbortSignal) => Promise<Outcome>;

export function overSmtp(smtpUrl: string): Carry {
  const send = mailsTo(mailServerOf(smtpUrl));
  return (mail, _, signal) => send(mail, signal);
}

/**
 * What Exchange takes of one mailbox: 30 mails a minute, 4 calls at one time. A call ends within ten seconds, so four in ten seconds are never
 * more than four at one time, whichever processes make them. Over an hour, for which the pace is kept, a minute's limit comes to 1,800.
 */
export const mailboxLimits: Limits = {
  conversation: [
    { most: 4, ms: 10_000 },
    { most: 30, ms: 60_000 },
    { most: 1_800, ms: 3_600_000 },
  ],
  tenant: { most: 50, ms: 1_000 },
  slackMs: 500,
};

const longestRest = 60 * 60_000;

interface MailboxOptions {
  readonly mailbox: Mailbox;
  readonly pacing: Pacing;
  /** Whose mailbox it is. */
  readonly tenantId: string;
  readonly address: string;
  readonly limits?: Limits;
}

/** F-15: as fast as the mailbox takes it, and not at all while it asks to wait. */
export function overGraph({ mailbox, pacing, tenantId, address, limits = mailboxLimits }: MailboxOptions): Carry {
  const conversation = `mailbox ${address.toLowerCase()}`;
  return async ({ message }, key, signal) => {
    const afterMs = await pacing.slot({ conversation, tenantId, holder: `mail ${key}`, count: 1 }, limits);
    if (afterMs > 0) return { is: 'paced', afterMs };
    const outcome = await mailbox.send(message, signal);
    if (outcome.is === 'later' && outcome.afterMs) await pacing.hold(conversation, tenantId, Math.min(longestRest, outcome.afterMs));
    return outcome;
  };
}
